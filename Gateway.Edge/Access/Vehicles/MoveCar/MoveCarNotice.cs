using Gateway.Cloud.Contract;
using Gateway.Edge.Perception.Plates;

namespace Gateway.Edge.Access.Vehicles.MoveCar;

/// <summary>A notice to an owner as the guard's list shows it.</summary>
/// <param name="Id">Opaque id.</param>
/// <param name="Plate">Which vehicle.</param>
/// <param name="AskedAt">When it was first asked for.</param>
/// <param name="Asked">How many times it was asked for.</param>
/// <param name="Reason">Why, in the words of whoever asked; text of a stranger.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Words">The same in words, with the next step.</param>
/// <param name="Registered">The plate is registered.</param>
/// <param name="OwnerMaskedPhone">The owner's number, masked; null where none is known.</param>
/// <param name="CallerMaskedPhone">The asking person's number, masked; null where none was given.</param>
/// <param name="OwnerPhoneShown">The owner's number was shown to somebody already.</param>
/// <param name="CallerPhoneShown">So was the asking person's.</param>
/// <param name="ComingAt">When the owner means to be there; null while unknown.</param>
/// <param name="Report">The parking report that it belongs to; null for none.</param>
internal sealed record MoveCarNotice(
    Guid Id,
    PlateNumber Plate,
    DateTimeOffset AskedAt,
    int Asked,
    string? Reason,
    NoticeState State,
    LocalizedText Words,
    bool Registered,
    string? OwnerMaskedPhone,
    string? CallerMaskedPhone,
    bool OwnerPhoneShown,
    bool CallerPhoneShown,
    DateTimeOffset? ComingAt,
    Guid? Report);
