namespace Gateway.Edge.Alerts.Strangers.Visits;

/// <summary>The stranger of one window: where it was seen and how long it stayed. Holds no face.</summary>
/// <param name="Id">The stranger's.</param>
/// <param name="First">First sighting.</param>
/// <param name="Last">Last sighting.</param>
/// <param name="Sightings">At least 1.</param>
/// <param name="Stays">By gate, in the order in which they saw it first; the first one raised the alert.</param>
/// <param name="Portrait">SHA-256 of the best portrait; null where none was kept.</param>
/// <param name="Face">The remembered face that it matches; null where there is none. Never sent upstream.</param>
/// <param name="LingeringTold">It has been told that it lingers.</param>
/// <param name="Open">False once the window is over.</param>
public sealed record Visit(
    Guid Id,
    DateTimeOffset First,
    DateTimeOffset Last,
    int Sightings,
    IReadOnlyList<GateStay> Stays,
    string? Portrait,
    Guid? Face,
    bool LingeringTold,
    bool Open)
{
    /// <summary>Gates kept of one visit; more are not told apart.</summary>
    private const int MostGates = 64;

    /// <summary>The gate whose camera raised the alert.</summary>
    public GateStay Raised => Stays[0];

    internal static Visit Begin(Guid id, Sighting sighting) =>
        new(id, sighting.At, sighting.At, Sightings: 1, [GateStay.Begin(sighting)], Portrait: null, Face: null, LingeringTold: false, Open: true);

    /// <summary>Seen again, at this gate or another.</summary>
    /// <param name="sighting">The sighting.</param>
    /// <param name="gap">Sightings at most so far apart are one stay.</param>
    internal Visit Again(Sighting sighting, TimeSpan gap)
    {
        List<GateStay> stays = [.. Stays];
        var index = stays.FindIndex(stay => stay.Gate == sighting.Gate);
        if (index >= 0)
        {
            stays[index] = stays[index].Again(sighting.At, gap);
        }
        else if (stays.Count < MostGates)
        {
            stays.Add(GateStay.Begin(sighting));
        }

        return this with { Sightings = Sightings + 1, Stays = stays, Last = sighting.At > Last ? sighting.At : Last };
    }

    /// <summary>The stay at a gate; null where it was not seen there.</summary>
    public GateStay? At(string gate) => Stays.FirstOrDefault(stay => stay.Gate == gate);
}
