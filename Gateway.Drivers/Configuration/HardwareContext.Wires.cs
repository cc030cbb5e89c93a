using System.Text.Json;
using Gateway.Drivers.Buses;
using Gateway.Drivers.Buses.Gpio;

namespace Gateway.Drivers.Configuration;

/// <content>
/// Wires: a number or name on the section's own <c>bus</c>, or an object <c>{"bus", "line", "unit", "activeLow", "bias", "debounce"}</c>.
/// </content>
internal sealed partial class HardwareContext
{
    private static readonly TimeSpan LongestDebounce = TimeSpan.FromSeconds(1);
    private static readonly string[] Biases = ["as-is", "none", "pull-up", "pull-down"];

    /// <summary>A line that the device drives; null after a fault, or where an optional one is absent.</summary>
    /// <param name="section">Where the key stands.</param>
    /// <param name="name">The key.</param>
    /// <param name="bus">Bus of a wire that names none; empty for none.</param>
    /// <param name="required">Whether the key must stand.</param>
    /// <param name="safeActive">The logical level that harms nobody.</param>
    public Wire? Output(JsonSection section, string name, string bus, bool required = true, bool safeActive = false)
    {
        if (Wire(section, name, bus, required, TimeSpan.Zero, input: false) is not { } wire)
        {
            return null;
        }

        if (_driven.Find(other => Same(other.Wire, wire)) is { } other)
        {
            Fault(section, name, $"{wire} 已由 {other.Device} 驱动（{other.Path}）", $"{wire} is already driven by {other.Device} ({other.Path})");
        }

        _driven.Add(new DrivenWire(Device, section.At(name), section.LineOf(name), wire, safeActive));
        return wire;
    }

    /// <summary>A line that the device listens to; null after a fault, or where an optional one is absent.</summary>
    /// <param name="section">Where the key stands.</param>
    /// <param name="name">The key.</param>
    /// <param name="bus">Bus of a wire that names none; empty for none.</param>
    /// <param name="required">Whether the key must stand.</param>
    /// <param name="debounce">Of a wire that names none; default 20 ms, none on a simulated bus.</param>
    /// <remarks>Several devices may listen to one line, if they read it alike; the shortest debounce of theirs is the line's.</remarks>
    public Wire? Input(JsonSection section, string name, string bus, bool required = true, TimeSpan? debounce = null)
    {
        if (Wire(section, name, bus, required, debounce ?? TimeSpan.FromMilliseconds(20), input: true) is not { } wire)
        {
            return null;
        }

        if (_heard.Find(other => Same(other.Wire, wire) && (other.Wire.ActiveLow != wire.ActiveLow || other.Wire.Bias != wire.Bias)) is { Wire: not null } other)
        {
            Fault(
                section,
                name,
                $"{wire} 也接到 {other.Device}（{other.Path}），两处的 activeLow 和 bias 必须相同",
                $"{wire} is also wired to {other.Device} ({other.Path}): activeLow and bias must be the same at both");
        }

        _heard.Add((Device, section.At(name), wire));
        return wire;
    }

    /// <summary>Whether a bus of the file is a simulated one, whose contacts do not bounce.</summary>
    public bool IsSimulated(string bus) => Buses.Find(known => known.Id == bus)?.Kind == Simulation.SimulatedBusKind.Name;

    private Wire? Wire(JsonSection section, string name, string bus, bool required, TimeSpan debounce, bool input)
    {
        switch (section.Peek(name))
        {
            case JsonTokenType.Number when bus.Length > 0:
                return new Wire(bus, new LineAddress(section.Whole(name, 0, 65535))) { Debounce = IsSimulated(bus) ? TimeSpan.Zero : debounce };
            case JsonTokenType.String when bus.Length > 0:
                return new Wire(bus, new LineAddress(-1, section.Text(name))) { Debounce = IsSimulated(bus) ? TimeSpan.Zero : debounce };
            case null when !required:
                section.Ignore(name);
                return null;
            case null:
                section.Ignore(name);
                Fault(section, name, "缺少此项，应为线路的编号、名称或 {\"bus\": …, \"line\": …}", "missing: expected a line's number or name, or {\"bus\": ..., \"line\": ...}");
                return null;
            case JsonTokenType.Number or JsonTokenType.String:
                section.Ignore(name);
                Fault(section, name, "没有指明总线：请写成 {\"bus\": …, \"line\": …}", "names no bus: write {\"bus\": ..., \"line\": ...}");
                return null;
            default:
                return section.Section(name, required) is { } wire ? Wire(wire, bus, debounce, input) : null;
        }
    }

    private Wire? Wire(JsonSection section, string bus, TimeSpan debounce, bool input)
    {
        var id = Bus(section, "bus", BusUse.Digital, bus.Length > 0 ? bus : null);
        LineAddress? at = section.Peek("line") is JsonTokenType.String
            ? new LineAddress(-1, section.Text("line"))
            : new LineAddress(section.Whole("line", 0, 65535));
        var wire = new Wire(id, at.Value with { Unit = section.Whole("unit", 1, 247, 1) }) { ActiveLow = section.Flag("activeLow", otherwise: false) };
        if (input)
        {
            var bias = OneOf(section, "bias", Biases, "as-is");
            wire = wire with
            {
                Bias = (LineBias)Math.Max(0, Array.IndexOf(Biases, bias)),
                Debounce = section.Duration("debounce", TimeSpan.Zero, LongestDebounce, IsSimulated(id) ? TimeSpan.Zero : debounce),
            };
        }

        section.Close();
        return id.Length > 0 ? wire : null;
    }

    private static bool Same(Wire a, Wire b) => a.Bus == b.Bus && a.Address == b.Address;
}
