using Gateway.Cloud.Contract;

namespace Gateway.Edge.Access.Vehicles.MoveCar;

/// <summary>What an owner is told: the body that the property's message service gets. See docs/vehicles.md.</summary>
/// <param name="Id">The notice's id; the same when it is sent again.</param>
/// <param name="Phone">The owner's whole number, to which the message goes.</param>
/// <param name="Plate">Which vehicle, as people write it.</param>
/// <param name="AskedAt">When it was asked for.</param>
/// <param name="Reason">Why, in the words of whoever asked; null for none.</param>
/// <param name="CallerPhone">The asking person's number, masked; null where none was given.</param>
/// <param name="AnswerUrl">The owner's one-time link; null where the gateway's pages cannot be reached from outside.</param>
/// <param name="Text">The message, ready to be sent.</param>
internal sealed record OwnerNotice(
    Guid Id, string Phone, string Plate, DateTimeOffset AskedAt, string? Reason, string? CallerPhone, Uri? AnswerUrl, LocalizedText Text);
