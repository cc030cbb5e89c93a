namespace Gateway.Edge.Console.Devices;

/// <summary>The devices of one kind.</summary>
/// <param name="Kind">Kind as in the hardware file.</param>
/// <param name="Rows">The ones that need attention first, otherwise in the order of the hardware file.</param>
public sealed record DeviceGroup(string Kind, IReadOnlyList<DeviceRow> Rows)
{
    /// <summary>Devices that work without reserve.</summary>
    public int Online => Rows.Count(row => row.Line.Tone == Status.Tone.Good);
}
