using Gateway.Cloud.Contract;
using Gateway.Edge.Plans;

namespace Gateway.Edge.Console.Plans;

/// <summary>One plan with what stands on it, and what else there is.</summary>
/// <param name="Plan">The plan; null where none was uploaded.</param>
/// <param name="Dots">What stands on it, the ones in trouble last, so that they lie on top.</param>
/// <param name="Unplaced">Devices that stand on no plan, in the order of the hardware file.</param>
/// <param name="Others">The other plans, each with how many of its devices are in trouble.</param>
public sealed record PlanSheet(
    SitePlan? Plan, IReadOnlyList<PlanDot> Dots, IReadOnlyList<(string Device, LocalizedText Name, string Kind)> Unplaced, IReadOnlyList<(SitePlan Plan, int Trouble)> Others)
{
    /// <summary>Everything on the plan, the worst first, otherwise in the order of the hardware file.</summary>
    public IEnumerable<PlanDot> WorstFirst => Dots.OrderByDescending(dot => dot.IsTrouble).ThenByDescending(dot => dot.IsTrouble ? dot.Tone : Status.Tone.Unknown);

    /// <summary>Devices on the plan in trouble, the worst first.</summary>
    public IEnumerable<PlanDot> Trouble => WorstFirst.Where(dot => dot.IsTrouble);

    /// <summary>Devices on the plan that work.</summary>
    public int Well => Dots.Count(dot => dot.Tone == Status.Tone.Good);
}
