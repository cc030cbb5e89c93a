using Gateway.Drivers.Devices.Patrols;

namespace Gateway.Edge.Patrols;

/// <summary>A patrol in one line.</summary>
/// <param name="Started">When it set out; no two are the same.</param>
/// <param name="Ended">When it was back.</param>
/// <param name="Devices">Devices looked over.</param>
/// <param name="Buses">Buses looked over.</param>
/// <param name="Findings">Everything found.</param>
/// <param name="Repairs">Findings that somebody has to mend.</param>
public sealed record PatrolLine(DateTimeOffset Started, DateTimeOffset Ended, int Devices, int Buses, int Findings, int Repairs)
{
    /// <summary>Its number in addresses.</summary>
    public long Id => Started.UtcTicks;

    public static PatrolLine Of(PatrolReport report) => new(report.Started, report.Ended, report.Devices, report.Buses, report.Findings, report.Repairs);
}
