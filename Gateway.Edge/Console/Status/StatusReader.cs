using Gateway.Drivers.Devices;
using Gateway.Edge.Access.Residents;
using Gateway.Edge.Console.Barriers;
using Gateway.Edge.Console.Falls;
using Gateway.Edge.Console.Vehicles;
using Gateway.Edge.Journal;
using Gateway.Edge.Passages;
using Gateway.Edge.Patrols.Tickets;
using Gateway.Edge.Uplink;

namespace Gateway.Edge.Console.Status;

/// <summary>Puts together what the page shows. Reads only what is in memory; safe for use by several threads.</summary>
internal sealed class StatusReader(
    IUplinkStatus uplink,
    SqliteJournal journal,
    PassageRecorder passages,
    ObservationRecorder observations,
    IDeviceDirectory devices,
    GateBoard board,
    IResidentDesk residents,
    ModelHealth models,
    TicketBook tickets,
    FallsReader falls,
    BarriersReader barriers,
    OccupancyReader places)
{
    public async Task<StatusView> ReadAsync(CancellationToken cancellationToken)
    {
        var everyone = await residents.ListAsync(cancellationToken);
        var lines = DeviceLines.Of(devices);
        var status = journal.Status;
        var unrecorded = passages.Unrecorded + observations.Unrecorded;
        IEnumerable<AttentionItem> attention =
        [
            .. JournalAttention.Of(status, unrecorded),
            .. falls.Attention(),
            .. barriers.Attention(),
            .. ModelAttention.Of(models.Unusable()),
            .. DeviceLines.Attention(lines),
            .. UplinkFacts.Attention(uplink),
        ];
        return new StatusView(
            [.. attention.OrderByDescending(item => item.Tone)],
            GateLines.Of(board, devices.Hardware, lines),
            CountsOf(devices.Health),
            UplinkFacts.Of(uplink),
            JournalFacts.Of(journal.LastSequence, status, passages.Unrecorded, observations.Unrecorded),
            ResidentFacts.Of(everyone),
            VehicleFacts.Of(await PlacesAsync(cancellationToken), barriers.Count()));
    }

    private async Task<OccupancyView?> PlacesAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await places.ReadAsync(cancellationToken);
        }
        catch (JournalUnavailableException)
        {
            // What is wrong with the journal stands on the page already.
            return null;
        }
    }

    private DeviceCounts CountsOf(IReadOnlyList<DeviceHealth> health) => new(
        [.. health.GroupBy(device => device.Kind, StringComparer.Ordinal)
            .Select(kind => (kind.Key, kind.Count(device => device.State == DeviceState.Online), kind.Count()))],
        tickets.All.Count(ticket => ticket.IsOpen));
}
