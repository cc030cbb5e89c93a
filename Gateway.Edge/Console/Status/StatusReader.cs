using Gateway.Drivers.Devices;
using Gateway.Edge.Access.Residents;
using Gateway.Edge.Journal;
using Gateway.Edge.Passages;
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
    ModelHealth models)
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
            .. ModelAttention.Of(models.Unusable()),
            .. DeviceLines.Attention(lines),
            .. UplinkFacts.Attention(uplink),
        ];
        return new StatusView(
            [.. attention.OrderByDescending(item => item.Tone)],
            GateLines.Of(board, devices.Hardware, lines),
            lines,
            UplinkFacts.Of(uplink),
            JournalFacts.Of(journal.LastSequence, status, passages.Unrecorded, observations.Unrecorded),
            ResidentFacts.Of(everyone));
    }
}
