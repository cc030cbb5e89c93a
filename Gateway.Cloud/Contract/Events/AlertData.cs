namespace Gateway.Cloud.Contract.Events;

/// <summary>
/// The members that events of kinds <see cref="EventKind.Fire"/>, <see cref="EventKind.Charging"/>, <see cref="EventKind.FallingObject"/> and
/// <see cref="EventKind.Vehicle"/> carry beside their own, so that the station can raise an alert without knowing the kind. A fire is always
/// one; the others are when their event's priority is Emergency or High, and a vehicle's only where it bears an incident.
/// </summary>
/// <param name="DeviceName">The device's name in both languages; null where the device id has to do.</param>
/// <param name="Reason">What happened, in words.</param>
/// <param name="Incident">Shared by all events of one happening, 1 to 100 characters; null makes each event an alert of its own.</param>
/// <param name="Place">Where, beside the device; null when that says enough.</param>
/// <param name="Test">True for a drill.</param>
public sealed record AlertData(
    LocalizedText? DeviceName = null,
    LocalizedText? Reason = null,
    string? Incident = null,
    LocalizedText? Place = null,
    bool Test = false);
