using Gateway.Cloud.Contract;

namespace Gateway.Edge.Console.Residents;

/// <summary>A card or code on a resident's page.</summary>
/// <param name="Id">Names it.</param>
/// <param name="Icon">Card or phone.</param>
/// <param name="Name">What it is, with a card's last characters.</param>
/// <param name="When">Since when, and until when.</param>
public sealed record PassLine(Guid Id, string Icon, LocalizedText Name, LocalizedText When);
