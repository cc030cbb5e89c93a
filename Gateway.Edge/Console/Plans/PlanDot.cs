using Gateway.Cloud.Contract;
using Gateway.Edge.Console.Status;

namespace Gateway.Edge.Console.Plans;

/// <summary>One device on a plan.</summary>
/// <param name="Device">Device id.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Kind">Kind as in the hardware file; null for one that has gone.</param>
/// <param name="Tone">Its colour.</param>
/// <param name="State">Its state in a word.</param>
/// <param name="Reason">Why, and what to do; null when there is nothing to say.</param>
/// <param name="X">Fraction of the plan's width, 0 to 1.</param>
/// <param name="Y">Fraction of its height, 0 to 1.</param>
public sealed record PlanDot(string Device, LocalizedText Name, string? Kind, Tone Tone, LocalizedText State, LocalizedText? Reason, double X, double Y)
{
    /// <summary>True for a device that no longer stands in the hardware file.</summary>
    public bool IsGone => Kind is null;

    /// <summary>True for one that somebody has to look after.</summary>
    public bool IsTrouble => Tone >= Tone.Normal || IsGone;
}
