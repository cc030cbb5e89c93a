using Gateway.Drivers.Buses;
using Gateway.Drivers.Buses.Gpio;

namespace Gateway.Drivers.Configuration;

/// <summary>Reads the <c>board</c> of a hardware file.</summary>
internal static class BoardReader
{
    public static Board Read(JsonSection section, HardwareContext context)
    {
        var model = section.Text("model");
        var pins = section.Sections("pins", required: false).Select(pin => ReadPin(pin, context)).ToList();
        foreach (var twice in pins.GroupBy(pin => pin.Pin, StringComparer.Ordinal).Where(group => group.Key.Length > 0 && group.Skip(1).Any()))
        {
            context.Fault(section, "pins", $"引脚 {twice.Key} 出现多次", $"the pin {twice.Key} appears more than once");
        }

        section.Close();
        return new Board(model, pins);
    }

    private static BoardPin ReadPin(JsonSection section, HardwareContext context)
    {
        var pin = section.Text("pin");
        var bus = context.Bus(section, "bus", BusUse.Digital);
        var line = section.Peek("line") is System.Text.Json.JsonTokenType.String
            ? new LineAddress(-1, section.Text("line"))
            : new LineAddress(section.Whole("line", 0, 65535));
        var note = section.Text("note", otherwise: "");
        section.Close();
        return new BoardPin(pin, new Wire(bus, line), note);
    }
}
