namespace Gateway.Cloud.Station.Live;

/// <summary>How many alerts nobody has acknowledged yet.</summary>
/// <param name="Emergencies">Real ones of the highest priority.</param>
/// <param name="Others">Other real ones.</param>
/// <param name="Drills">Drills, which count as nothing else.</param>
public readonly record struct OpenAlerts(int Emergencies, int Others, int Drills)
{
    public int Real => Emergencies + Others;
}
