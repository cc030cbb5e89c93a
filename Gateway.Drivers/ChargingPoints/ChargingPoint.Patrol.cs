using System.Globalization;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.ChargingPoints;

/// <content>What a patrol finds at the shed.</content>
internal sealed partial class ChargingPoint : IPatrolled
{
    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<PatrolFinding>> CheckAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<PatrolFinding>>(
            [
                .. _shed.Outlets.SelectMany(Found),
                .. LostDetectors().Select(lost => new PatrolFinding(lost.Code, lost.Words, null, NeedsRepair: true)),
            ]);
        }
    }

    private IEnumerable<PatrolFinding> Found(OutletMachine outlet, int index)
    {
        if (outlet.State == OutletState.Stuck)
        {
            yield return Finding($"outlet-{outlet.Id}-stuck", outlet, outlet.Reason);
        }

        if (_silent[index] is { } why)
        {
            yield return Finding($"outlet-{outlet.Id}-meter-silent", outlet, new Wording($"电表没有应答：{why}", $"its meter does not answer: {why}"));
        }
        else if (outlet.Problem is { } problem)
        {
            yield return Finding($"outlet-{outlet.Id}-meter-implausible", outlet, problem);
        }
    }

    private static PatrolFinding Finding(string code, OutletMachine outlet, Wording words) => new(
        code,
        new Wording($"插座 {outlet.Id}：{words.Zh}", $"Outlet {outlet.Id}: {words.En}"),
        outlet.Last is { } last ? string.Create(CultureInfo.InvariantCulture, $"{last.Reading.Power:0.#} W") : null,
        NeedsRepair: true);
}
