using Gateway.Cloud.Contract;

namespace Gateway.Edge.Console.Grants;

/// <summary>What a worker is told and given.</summary>
/// <param name="Sentence">What was granted.</param>
/// <param name="Code">Address of the phone's page, which opens gates for whoever has it; null without a code.</param>
/// <param name="CodeId">The code's pass; null likewise.</param>
/// <param name="Cards">Cards that the worker holds.</param>
/// <param name="AtGate">What happens at the gate, step by step.</param>
/// <param name="StaysHere">The address leads to this computer alone: no phone reaches it.</param>
/// <param name="MayGive">True where a code may be given yet.</param>
public sealed record HandoverView(
    LocalizedText Sentence, string? Code, Guid? CodeId, IReadOnlyList<HandoverCard> Cards, IReadOnlyList<LocalizedText> AtGate, bool StaysHere, bool MayGive);
