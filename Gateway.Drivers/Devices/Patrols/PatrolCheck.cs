namespace Gateway.Drivers.Devices.Patrols;

/// <summary>One thing that a patrol does at a device.</summary>
/// <param name="Key">Who is asked: a check that hangs is not begun a second time.</param>
/// <param name="RunAsync">Looks, and answers what it found.</param>
internal sealed record PatrolCheck(object Key, Func<CancellationToken, ValueTask<IReadOnlyList<PatrolFinding>>> RunAsync);
