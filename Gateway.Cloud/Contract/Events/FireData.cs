namespace Gateway.Cloud.Contract.Events;

/// <summary>Data of a <see cref="EventKind.Fire"/> event of a charging point; has every member of <see cref="AlertData"/>.</summary>
/// <param name="Device">Device id of what has noticed it.</param>
/// <param name="DeviceName">Its name in both languages; null where it is not known any more.</param>
/// <param name="Outlet">The hot outlet, as printed on it; null for smoke and for the air of the whole shed.</param>
/// <param name="Place">The outlet in words; null for the whole shed.</param>
/// <param name="Code"><c>smoke</c> or <c>over-temperature</c>.</param>
/// <param name="Reason">What happened and what was done at once, in words.</param>
/// <param name="At">When.</param>
/// <param name="Incident">Shared by all alarms of one happening at this device.</param>
/// <param name="TemperatureCelsius">Measured, °C; null for smoke.</param>
/// <param name="LimitCelsius">The limit that was passed, °C; null for smoke.</param>
/// <param name="Test">True for a drill.</param>
public sealed record FireData(
    string Device,
    LocalizedText? DeviceName,
    string? Outlet,
    LocalizedText? Place,
    string Code,
    LocalizedText Reason,
    DateTimeOffset At,
    string Incident,
    double? TemperatureCelsius,
    double? LimitCelsius,
    bool Test);
