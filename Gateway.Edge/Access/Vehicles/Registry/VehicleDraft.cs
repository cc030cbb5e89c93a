namespace Gateway.Edge.Access.Vehicles.Registry;

/// <summary>A vehicle as somebody typed it, before it is checked.</summary>
/// <param name="Plate">The number, in any spelling that <see cref="Perception.Plates.PlateNumber.TryParse"/> reads.</param>
/// <param name="Standing">On what footing.</param>
/// <param name="Owner">Name of who answers for it, 1 to 40 characters; may be absent for a denied one.</param>
/// <param name="Unit">Building and flat, up to 32 characters; needed for residents.</param>
/// <param name="Phone">The owner's phone number. Null, or as it is masked on the screen, keeps what is stored; empty removes it.</param>
/// <param name="From">May enter from; null for now.</param>
/// <param name="Until">May enter until; needed for visitors and workers.</param>
/// <param name="Hours">Hours of the week, such as <c>Mon-Fri 08:00-18:00; Sat 22:00-02:00</c>; null for all. Visitors and workers only.</param>
/// <param name="Entries">How many times it may enter, 1 to 1000; null for any number. Visitors and workers only.</param>
/// <param name="Host">The flat that is visited or the work order, 1 to 64 characters; needed for visitors and workers.</param>
/// <param name="PaidMinutes">Minutes paid for each stay, 1 to 525600; null for none.</param>
/// <param name="Note">A word, at most 200 characters; for a denied vehicle the reason, which is needed.</param>
internal sealed record VehicleDraft(
    string Plate,
    VehicleStanding Standing,
    string? Owner = null,
    string? Unit = null,
    string? Phone = null,
    DateTimeOffset? From = null,
    DateTimeOffset? Until = null,
    string? Hours = null,
    int? Entries = null,
    string? Host = null,
    int? PaidMinutes = null,
    string? Note = null);
