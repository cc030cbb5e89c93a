using Gateway.Edge.Perception.Plates;

namespace Gateway.Edge.Access.Vehicles;

/// <summary>A registered vehicle as property staff see it.</summary>
/// <param name="Id">Opaque id.</param>
/// <param name="Plate">Its number; unique among the registered.</param>
/// <param name="Standing">On what footing.</param>
/// <param name="Owner">Name of who answers for it; stays in the compound.</param>
/// <param name="Unit">Building and flat of the owner or the host, such as <c>3-1202</c>; null where there is none.</param>
/// <param name="MaskedPhone">The owner's phone number as screens show it, such as <c>138****0001</c>; null where none is known.</param>
/// <param name="From">May enter from; null for at once.</param>
/// <param name="Until">May enter until; null for no end.</param>
/// <param name="EntriesLeft">Entries that are left; null for any number.</param>
/// <param name="PaidMinutes">Minutes paid for each stay, on top of the site's free ones; null for none paid. Residents stay as long as they like.</param>
/// <param name="Note">A word by who registered it, at most 200 characters; of a denied vehicle, why.</param>
/// <param name="Grant">What a visitor's or worker's vehicle is let in on; null for the others.</param>
/// <param name="EnteredBy">Who registered or last changed it, without personal data.</param>
/// <param name="EnteredAt">When.</param>
internal sealed record Vehicle(
    Guid Id,
    PlateNumber Plate,
    VehicleStanding Standing,
    string Owner,
    string? Unit,
    string? MaskedPhone,
    DateTimeOffset? From,
    DateTimeOffset? Until,
    int? EntriesLeft,
    int? PaidMinutes,
    string? Note,
    VehicleGrant? Grant = null,
    string? EnteredBy = null,
    DateTimeOffset? EnteredAt = null);
