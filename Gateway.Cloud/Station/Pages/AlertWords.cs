using Gateway.Cloud.Contract.Events;
using Gateway.Cloud.Station.Live;
using Gateway.Cloud.Station.Texts;

namespace Gateway.Cloud.Station.Pages;

/// <summary>How alerts of each kind, priority and state look and read.</summary>
internal static class AlertWords
{
    public static string Title(string kind, Wording words) => kind switch
    {
        EventKind.Stranger => words.Stranger,
        EventKind.Sos => words.Sos,
        EventKind.Fire => words.Fire,
        EventKind.Charging => words.Charging,
        EventKind.FallingObject => words.FallingObject,
        EventKind.Vehicle => words.Vehicle,
        _ => words.Unknown,
    };

    public static string Icon(string kind) => kind switch
    {
        EventKind.Stranger => "stranger",
        EventKind.Sos => "bell",
        EventKind.Fire => "flame",
        EventKind.Charging => "bolt",
        EventKind.FallingObject => "fall",
        EventKind.Vehicle => "car",
        _ => "warning",
    };

    public static string Priority(EventPriority priority, Wording words) => priority switch
    {
        EventPriority.Emergency => words.PriorityEmergency,
        EventPriority.High => words.PriorityHigh,
        EventPriority.Normal => words.PriorityNormal,
        _ => words.PriorityInfo,
    };

    /// <summary>The class of an alert's priority badge.</summary>
    public static string Badge(AlertView alert) => alert switch
    {
        { Test: true } => "station-badge-drill",
        { Priority: EventPriority.Emergency } => "station-badge-emergency",
        { Priority: EventPriority.High } => "station-badge-high",
        _ => "station-badge-normal",
    };

    /// <summary>The class of an alert's row.</summary>
    public static string Row(AlertView alert) => alert switch
    {
        { IsOpen: false } => "station-alert-done",
        { Test: true } => "station-alert-drill",
        { Priority: EventPriority.Emergency } => "station-alert-emergency",
        { Priority: EventPriority.High } => "station-alert-open",
        _ => "station-alert-normal",
    };

    /// <summary>How often: sightings of a stranger, calls of a button, things that fell; null where once says nothing.</summary>
    public static string? Count(AlertView alert, Wording words) => alert switch
    {
        { Kind: EventKind.Stranger, Count: 1 } => words.SeenOnce,
        { Kind: EventKind.Stranger } => words.Fill(words.SightingsCount, alert.Count),
        { Kind: EventKind.Sos, Count: > 1 } => words.Fill(words.CallsCount, alert.Count),
        { Kind: EventKind.FallingObject, Count: > 1 } => words.Fill(words.FallsCount, alert.Count),
        _ => null,
    };

    public static string Phase(SosPhase phase, Wording words) => phase switch
    {
        SosPhase.Pressed => words.PhasePressed,
        SosPhase.LongPressed => words.PhaseLongPressed,
        SosPhase.Evidence => words.PhaseEvidence,
        SosPhase.Acknowledged => words.PhaseAcknowledged,
        SosPhase.Reset => words.PhaseReset,
        SosPhase.Tamper => words.PhaseTamper,
        _ => words.Unknown,
    };

    public static string DeviceState(string state, Wording words) => state switch
    {
        "Connecting" => words.DeviceConnecting,
        "Degraded" => words.DeviceDegraded,
        "Offline" => words.Offline,
        "Faulty" => words.DeviceFaulty,
        _ => words.Unknown,
    };
}
