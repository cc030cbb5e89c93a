using Gateway.Cloud.Contract;
using Gateway.Edge.Console.Status;

namespace Gateway.Edge.Console.Events;

/// <summary>One journal record as the history shows it.</summary>
/// <param name="Sequence">Its journal sequence.</param>
/// <param name="At">When.</param>
/// <param name="Kind">What kind of thing, in words.</param>
/// <param name="Icon">Its icon.</param>
/// <param name="Tone">How urgent it was.</param>
/// <param name="Place">Where.</param>
/// <param name="What">What happened, in a word.</param>
/// <param name="Reason">The record's own sentence; null where it has none.</param>
/// <param name="Who">A known person's masked name, or who did it; null for nobody.</param>
/// <param name="Tag">What a temporary worker does; null for everybody else.</param>
/// <param name="Plate">A vehicle's number; null for none.</param>
public sealed record EventLine(
    long Sequence, DateTimeOffset At, LocalizedText Kind, string Icon, Tone Tone, LocalizedText Place, LocalizedText What, LocalizedText? Reason, string? Who, LocalizedText? Tag, string? Plate);
