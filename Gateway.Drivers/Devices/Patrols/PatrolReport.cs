namespace Gateway.Drivers.Devices.Patrols;

/// <summary>What a patrol found.</summary>
/// <param name="Started">When it set out.</param>
/// <param name="Ended">When it was back.</param>
/// <param name="Entries">Every device, then every bus, each in the order of the hardware file.</param>
public sealed record PatrolReport(DateTimeOffset Started, DateTimeOffset Ended, IReadOnlyList<PatrolEntry> Entries)
{
    /// <summary>Devices looked over.</summary>
    public int Devices => Entries.Count(entry => !entry.IsBus);

    /// <summary>Buses looked over.</summary>
    public int Buses => Entries.Count(entry => entry.IsBus);

    /// <summary>Devices and buses at which nothing was found.</summary>
    public int Sound => Entries.Count(entry => entry.Findings.Count == 0);

    /// <summary>Everything found.</summary>
    public int Findings => Entries.Sum(entry => entry.Findings.Count);

    /// <summary>Findings that somebody has to mend.</summary>
    public int Repairs => Entries.Sum(entry => entry.Findings.Count(finding => finding.NeedsRepair));
}
