using System.Text.Json.Nodes;
using Gateway.Drivers.Buses.Ocpp.Transactions;
using Gateway.Drivers.Buses.Ocpp.Wire;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Buses.Ocpp.Points;

/// <summary>
/// Answers what a charger keeps and repeats until it is answered by a result: starts, ends and readings. It is always answered by one;
/// what is wrong is noted. One call at a time.
/// </summary>
internal sealed class TransactionDesk(string chargePoint, TransactionBook book, ConnectorBoard board, EventQueue events, FaultNotes faults)
{
    /// <summary>Answers where nothing could be noted; no transaction ever has this id.</summary>
    private const int NoTransaction = 0;

    public async Task<JsonObject> StartAsync(IncomingCall call, CancellationToken cancellationToken)
    {
        var start = StartMessage.Read(call.Fields);
        Tolerate(call);
        if (start.Connector is not { } connector)
        {
            // Without a connector there is nothing to watch. Invalid makes the charger end the charge.
            return new JsonObject { ["transactionId"] = NoTransaction, ["idTagInfo"] = new JsonObject { ["status"] = "Invalid" } };
        }

        var at = Settle(start.Timestamp, call);
        var noted = await book.StartAsync(chargePoint, connector, start, at, cancellationToken);
        if (!noted.Repeated)
        {
            if (noted.Superseded is { } before)
            {
                await events.AddAsync(new OcppEvent.Stopped(call.HeardAt, before, call.IsLate(at)), cancellationToken);
            }

            await events.AddAsync(new OcppEvent.Started(call.HeardAt, noted.Transaction, call.IsLate(at)), cancellationToken);
        }

        return new JsonObject { ["transactionId"] = noted.Transaction.Id, ["idTagInfo"] = TagInfo.Of(start.IdTag) };
    }

    public async Task<JsonObject> StopAsync(IncomingCall call, CancellationToken cancellationToken)
    {
        var stop = StopMessage.Read(call.Fields);
        Tolerate(call);
        var at = Settle(stop.Timestamp, call);
        var noted = await book.StopAsync(chargePoint, stop, at, cancellationToken);
        if (noted.How != StopMatch.Repeated)
        {
            await ReadAsync(call, noted.Transaction.Connector, stop.Readings, cancellationToken);
            await events.AddAsync(new OcppEvent.Stopped(call.HeardAt, noted.Transaction, call.IsLate(at)), cancellationToken);
        }

        if (noted.How == StopMatch.Orphan)
        {
            faults.Note("stop-unknown", new Wording(
                $"充电桩 {chargePoint} 结束了一次网关不认识的充电，已单独记录",
                $"Charger {chargePoint} ended a charge that the gateway does not know; it was recorded by itself."));
        }

        return stop.IdTag is { } tag ? new JsonObject { ["idTagInfo"] = TagInfo.Of(tag) } : [];
    }

    public async Task<JsonObject> MeterAsync(IncomingCall call, CancellationToken cancellationToken)
    {
        var message = MeterMessage.Read(call.Fields);
        Tolerate(call);
        var connector = message.Connector ?? ConnectorOf(message.TransactionId);
        if (connector is { } known)
        {
            await ReadAsync(call, known, message.Readings, cancellationToken);
        }

        return [];
    }

    private async Task ReadAsync(IncomingCall call, int connector, IReadOnlyList<MeterReading> readings, CancellationToken cancellationToken)
    {
        foreach (var reading in readings)
        {
            var at = Settle(reading.Timestamp, call);
            var meter = reading.Values with { At = at };
            var late = call.IsLate(at);
            if (board.Note(connector, meter, late))
            {
                await events.AddAsync(new OcppEvent.Metered(call.HeardAt, connector, meter, late), cancellationToken);
            }
        }
    }

    private int? ConnectorOf(int? transactionId) =>
        book.Of(chargePoint).LastOrDefault(transaction => transaction.Id == transactionId)?.Connector;

    private DateTimeOffset Settle(DateTimeOffset? stated, IncomingCall call)
    {
        var at = OcppTime.Settle(stated, call.HeardAt, out var doubtful);
        if (doubtful)
        {
            faults.WrongClock();
        }

        return at;
    }

    private void Tolerate(IncomingCall call)
    {
        if (call.Fields.Violation is { } violation)
        {
            faults.Tolerated(call.Action, violation);
        }
    }
}
