using Gateway.Cloud.Contract;

namespace Gateway.Edge.Console.Barriers;

/// <summary>What became of an order from the page.</summary>
/// <param name="Done">It was carried out, and is on record.</param>
/// <param name="Words">The same in words, with what to do where it was not.</param>
internal sealed record ActOutcome(bool Done, LocalizedText Words);
