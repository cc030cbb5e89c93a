using Gateway.Drivers.Configuration;
using Gateway.Drivers.Devices;
using Gateway.Drivers.Simulation.Plates;

namespace Gateway.Drivers.Simulation.Scenarios;

/// <summary>Reads the section <c>vehicle</c> of an act.</summary>
internal static class ScenarioVehicleReader
{
    private static readonly (string Name, PlateLook Look)[] Looks =
    [
        ("blue", PlateLook.Blue), ("yellow", PlateLook.Yellow), ("yellow-two-rows", PlateLook.YellowTwoRows), ("green", PlateLook.Green),
        ("yellow-green", PlateLook.YellowGreen), ("white", PlateLook.White), ("black", PlateLook.Black),
    ];

    /// <summary>The vehicle; null where the act names none.</summary>
    public static ScenarioVehicle? Read(JsonSection act)
    {
        if (act.Section("vehicle", required: false) is not { } section)
        {
            return null;
        }

        var look = LookOf(section);
        List<string> plates = [];
        if (section.Text("plate", otherwise: "") is { Length: > 0 } one)
        {
            plates.Add(Checked(section, "plate", one, look));
        }

        plates.AddRange(section.Texts("plates", required: false).Select(plate => Checked(section, "plates", plate, look)));
        var vehicle = new ScenarioVehicle(
            plates,
            look,
            section.Flag("tailgates", otherwise: false),
            section.Flag("leaves", otherwise: false),
            section.Number("dirt", 0, 1, 0.05),
            section.Number("covered", 0, 1, 0));
        section.Close();
        return vehicle;
    }

    private static PlateLook? LookOf(JsonSection section)
    {
        var name = section.Text("look", otherwise: "");
        if (name.Length == 0)
        {
            return null;
        }

        if (Array.FindIndex(Looks, one => one.Name == name) is var index and >= 0)
        {
            return Looks[index].Look;
        }

        var known = string.Join(", ", Looks.Select(one => one.Name));
        section.Fault(section.At("look"), section.LineOf("look"), new Wording($"未知的车牌样式“{name}”，可用：{known}", $"unknown look \"{name}\"; known: {known}"));
        return null;
    }

    private static string Checked(JsonSection section, string key, string plate, PlateLook? look)
    {
        if (Fault(plate, look) is { } fault)
        {
            section.Fault(section.At(key), section.LineOf(key), new Wording($"“{plate}”不是车牌号码，示例：沪A12345", $"\"{plate}\" is no plate: {fault}; an example: 沪A12345"));
        }

        return plate;
    }

    private static string? Fault(string plate, PlateLook? look)
    {
        if (plate.Length == 0)
        {
            return "it is empty";
        }

        var usual = PlateDesign.Of(plate);
        return (look is { } made ? usual with { Look = made } : usual).Fault();
    }
}
