using Gateway.Drivers.Devices;

namespace Gateway.Edge.Tests.Patrols;

/// <summary>A check that finds what the test says.</summary>
internal sealed class FoundAt : IPatrolled
{
    public List<PatrolFinding> Findings { get; } = [];

    public Exception? Fault { get; set; }

    public static PatrolFinding Repair(string code) => new(code, new Wording("时钟偏差 90 秒", "The clock is 90 s off"), "90 s", NeedsRepair: true);

    public ValueTask<IReadOnlyList<PatrolFinding>> CheckAsync(CancellationToken cancellationToken) =>
        Fault is { } fault ? ValueTask.FromException<IReadOnlyList<PatrolFinding>>(fault) : ValueTask.FromResult<IReadOnlyList<PatrolFinding>>([.. Findings]);
}
