namespace Gateway.Edge.Console.Residents;

/// <summary>One page of the list.</summary>
/// <param name="Lines">The residents on it.</param>
/// <param name="Found">How many fit in all.</param>
/// <param name="Registered">How many are registered at all.</param>
/// <param name="More">There is a page after this.</param>
public sealed record ResidentsView(IReadOnlyList<ResidentLine> Lines, int Found, int Registered, bool More);
