namespace Gateway.Cloud.Contract.Events;

/// <summary>Data of a <see cref="EventKind.Charging"/> event; has every member of <see cref="AlertData"/>.</summary>
/// <param name="Device">Device id of the charging point.</param>
/// <param name="DeviceName">Its name in both languages; null where it is not known any more.</param>
/// <param name="Outlet">The outlet, as printed on it; null for the whole shed.</param>
/// <param name="Place">The outlet in words; null for the whole shed.</param>
/// <param name="Code">Stable machine-readable meaning, such as <c>charging-begun</c>, <c>meter</c>, <c>cut-off-verified</c> or <c>cut-off-failed</c>.</param>
/// <param name="Reason">What happened, in words.</param>
/// <param name="At">When.</param>
/// <param name="Incident">Shared by all alarms of one happening at this shed, also fires; null for what is no alarm.</param>
/// <param name="PowerWatts">W; null where no meter shows it.</param>
/// <param name="EnergyWattHours">The meter's counter, Wh; null where it has none.</param>
/// <param name="TemperatureCelsius">Of the outlet, °C; null where nothing measures it.</param>
/// <param name="Test">True for a drill.</param>
public sealed record ChargingData(
    string Device,
    LocalizedText? DeviceName,
    string? Outlet,
    LocalizedText? Place,
    string Code,
    LocalizedText Reason,
    DateTimeOffset At,
    string? Incident,
    double? PowerWatts,
    double? EnergyWattHours,
    double? TemperatureCelsius,
    bool Test);
