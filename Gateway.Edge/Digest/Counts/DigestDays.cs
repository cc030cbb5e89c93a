namespace Gateway.Edge.Digest.Counts;

/// <summary>What was counted of some days.</summary>
/// <param name="Counts">Records by day and sort.</param>
/// <param name="Hours">Passages that a gate opened for, by day and hour.</param>
/// <param name="Energy">Wh by day and charging point.</param>
/// <param name="Alerts">Every alert.</param>
/// <param name="First">The first day that anything was counted of; null while nothing was.</param>
internal sealed record DigestDays(
    IReadOnlyList<DayCount> Counts,
    IReadOnlyList<(DateOnly Day, int Hour, long Count)> Hours,
    IReadOnlyList<(DateOnly Day, string Device, double WattHours)> Energy,
    IReadOnlyList<AlertCount> Alerts,
    DateOnly? First);
