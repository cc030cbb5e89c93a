using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;
using Gateway.Drivers.AlarmStreetlights;
using Gateway.Drivers.Devices;
using Gateway.Edge.Journal;
using Gateway.Edge.Passages;

namespace Gateway.Edge.Alerts.Sos;

/// <summary>
/// Calls for help. What a light's own state tells already (stuck, housing closed again) is not told twice, and the acknowledgement is
/// recorded by whoever carried it to the lamp.
/// </summary>
internal sealed class SosMapping(IDeviceDirectory devices) : IObservationMapping
{
    /// <inheritdoc/>
    public JournalEntry? EntryOf(Observation observation) =>
        observation is SosObserved sos && SosWords.For(sos.Event, sos.Press?.Test ?? false) is { } said
            ? JournalEntry.Of(EventKind.Sos, said.Priority, sos.Device.Value, DataOf(sos, said.Phase, said.Words))
            : null;

    /// <summary>What an event of a call says, in a given phase.</summary>
    public SosData DataOf(SosObserved sos, SosPhase phase, LocalizedText words)
    {
        var hardware = devices.Hardware;
        var head = hardware.Devices.FirstOrDefault(device => device.Id == sos.Device)?.Head;
        return new SosData(
            sos.Device.Value,
            head?.Name.Localized() ?? new LocalizedText(sos.Device.Value, sos.Device.Value),
            // An open housing is an incident of its own, also during a call: it must not change what the call says.
            (phase == SosPhase.Tamper ? Guid.CreateVersion7(sos.At) : sos.Press?.Id ?? Guid.CreateVersion7(sos.At)).ToString(),
            phase,
            phase == SosPhase.Tamper ? sos.At : sos.PressedAt ?? sos.At,
            words,
            sos.Press?.Test ?? false,
            hardware.Zones.FirstOrDefault(zone => zone.Id == head?.Zone)?.Name.Localized(),
            head?.Position is { } at ? new SitePosition(at.X, at.Y) : null,
            [.. NearestCameras.To(sos.Device, devices).Select(camera => camera.Id.Value)]);
    }
}
