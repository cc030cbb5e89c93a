using Gateway.Cloud.Contract.Events;

namespace Gateway.Cloud.Station.Ingest;

/// <summary>What an event's data means to this station.</summary>
/// <param name="Alert">News of an alert; null when it is about none.</param>
/// <param name="Health">The state of a device; null when it tells none.</param>
/// <param name="Fault">Why the data does not fit its kind; null when it does. Such an event is stored all the same.</param>
internal readonly record struct EventMeaning(AlertNews? Alert, DeviceHealthData? Health, string? Fault)
{
    public static EventMeaning None => default;

    public static EventMeaning Of(AlertNews alert) => new(alert, Health: null, Fault: null);

    public static EventMeaning Broken(string fault) => new(Alert: null, Health: null, fault);
}
