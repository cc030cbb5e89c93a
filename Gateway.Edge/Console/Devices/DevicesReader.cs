using Gateway.Drivers.Devices;
using Gateway.Drivers.Devices.Patrols;
using Gateway.Edge.Console.Status;
using Gateway.Edge.Passages;
using Gateway.Edge.Patrols;
using Gateway.Edge.Patrols.Availability;
using Gateway.Edge.Patrols.Tickets;

namespace Gateway.Edge.Console.Devices;

/// <summary>Puts together what the devices page shows. Reads only what is in memory; safe for use by several threads.</summary>
internal sealed class DevicesReader(
    IDeviceDirectory devices, IPatrolSubjects subjects, AvailabilityKeeper availability, TicketBook book, PatrolService patrols, TimeProvider time)
{
    /// <summary>A closed ticket is shown this long.</summary>
    private static readonly TimeSpan ShownClosed = TimeSpan.FromDays(7);

    public DevicesView Read()
    {
        var hardware = devices.Hardware;
        var zones = hardware.Zones.ToDictionary(zone => zone.Id, zone => zone.Name.Localized(), StringComparer.Ordinal);
        var zoneOf = hardware.Devices.Where(device => device.Head.Zone is not null)
            .ToDictionary(device => device.Id.Value, device => zones.GetValueOrDefault(device.Head.Zone!), StringComparer.Ordinal);
        var tickets = book.All;
        var open = tickets.Where(ticket => ticket.IsOpen).CountBy(ticket => ticket.Device, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var lines = DeviceLines.Of(devices).ToDictionary(line => line.Id, StringComparer.Ordinal);
        DeviceRow RowOf(PatrolSubject subject) => new(
            lines.GetValueOrDefault(subject.Id.Value) ?? DeviceLines.Of(subject.Health, subject.Name.Localized(), dropped: null),
            subject.Health.Kind,
            zoneOf.GetValueOrDefault(subject.Id.Value),
            availability.Of(subject.Id.Value),
            open.GetValueOrDefault(subject.Id.Value));

        var all = subjects.Subjects;
        var groups = all.Where(subject => !subject.IsBus).Select(RowOf).GroupBy(row => row.Kind, StringComparer.Ordinal)
            .Select(group => new DeviceGroup(group.Key, [.. group.OrderByDescending(row => row.Line.Tone is Tone.Good ? Tone.Unknown : row.Line.Tone)]));
        var since = time.GetUtcNow() - ShownClosed;
        return new DevicesView(
            [.. groups],
            [.. all.Where(subject => subject.IsBus).Select(RowOf)],
            new PatrolView(patrols.Last, patrols.Next, patrols.IsRunning) { Progress = patrols.Progress, CancelledAt = patrols.CancelledAt },
            [.. tickets.Where(ticket => ticket.IsOpen || ticket.ClosedAt > since)]);
    }
}
