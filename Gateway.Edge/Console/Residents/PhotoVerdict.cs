namespace Gateway.Edge.Console.Residents;

/// <summary>What the page is told of a photo, in its language.</summary>
/// <param name="Good">It can be used.</param>
/// <param name="Ticket">Under which it is held for the form; null where it cannot be used.</param>
/// <param name="Words">Why not and what to do, or that it is good.</param>
internal sealed record PhotoVerdict(bool Good, string? Ticket, IReadOnlyList<string> Words);
