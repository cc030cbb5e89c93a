namespace Gateway.Edge.Alerts.Sos;

/// <summary>Body of a request for a drill.</summary>
/// <param name="For">How long presses are drills; zero ends the drill. At most <see cref="Longest"/>.</param>
internal sealed record DrillRequest(TimeSpan For)
{
    /// <summary>A drill that somebody forgets must not hide a real call for longer.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(1);
}
