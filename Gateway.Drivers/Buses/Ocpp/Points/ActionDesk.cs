using System.Text.Json.Nodes;
using Gateway.Drivers.Buses.Ocpp.Wire;

namespace Gateway.Drivers.Buses.Ocpp.Points;

/// <summary>
/// Answers a charger's calls. A message that breaks the protocol is refused with the code that the protocol has for it, unless chargers
/// repeat such a message until it is accepted: then it is answered, and what is wrong is noted. One call at a time.
/// </summary>
internal sealed class ActionDesk(
    TransactionDesk transactions, ConnectorBoard board, EventQueue events, FaultNotes faults, TimeSpan heartbeat)
{
    private volatile OcppBoot? _boot;

    /// <summary>What the charger said of itself last; null before.</summary>
    public OcppBoot? Boot => _boot;

    public async Task<IncomingReply> AnswerAsync(IncomingCall call, CancellationToken cancellationToken) => call.Action switch
    {
        "BootNotification" => await BootAsync(call, cancellationToken),
        "Heartbeat" => new JsonObject { ["currentTime"] = OcppTime.Write(call.HeardAt) },
        "StatusNotification" => await StatusAsync(call, cancellationToken),
        "Authorize" => Authorize(call),
        "StartTransaction" => await transactions.StartAsync(call, cancellationToken),
        "StopTransaction" => await transactions.StopAsync(call, cancellationToken),
        "MeterValues" => await transactions.MeterAsync(call, cancellationToken),
        "DataTransfer" => await DataAsync(call, cancellationToken),

        // Told once and of no use here; an error would only make some chargers repeat them.
        "FirmwareStatusNotification" or "DiagnosticsStatusNotification" or "LogStatusNotification" or "SecurityEventNotification" => new JsonObject(),
        _ => new OcppViolation(OcppViolation.NotImplemented, "The gateway does not know this action."),
    };

    private async Task<JsonObject> BootAsync(IncomingCall call, CancellationToken cancellationToken)
    {
        var message = BootMessage.Read(call.Fields);
        Tolerate(call);
        var boot = new OcppBoot(message.Vendor, message.Model, call.HeardAt)
        {
            SerialNumber = message.SerialNumber, Firmware = message.Firmware, MeterType = message.MeterType,
        };
        _boot = boot;
        await events.AddAsync(new OcppEvent.Booted(call.HeardAt, boot), cancellationToken);
        return new JsonObject
        {
            ["status"] = "Accepted",
            ["currentTime"] = OcppTime.Write(call.HeardAt),
            ["interval"] = (int)heartbeat.TotalSeconds,
        };
    }

    private async Task<JsonObject> StatusAsync(IncomingCall call, CancellationToken cancellationToken)
    {
        var message = StatusMessage.Read(call.Fields);
        Tolerate(call);
        if (message is { Connector: { } connector, Status: { } status })
        {
            var at = OcppTime.Settle(message.Timestamp, call.HeardAt, out var doubtful);
            if (doubtful)
            {
                faults.WrongClock();
            }

            if (board.Note(connector, status, message, at) is { } changed)
            {
                await events.AddAsync(new OcppEvent.StatusChanged(call.HeardAt, changed), cancellationToken);
            }
        }

        return [];
    }

    private static IncomingReply Authorize(IncomingCall call)
    {
        var tag = call.Fields.Text("idTag", OcppLimits.IdTag, required: true) ?? "";
        return call.Fields.Violation is { } violation ? violation : new JsonObject { ["idTagInfo"] = TagInfo.Of(tag) };
    }

    private async Task<IncomingReply> DataAsync(IncomingCall call, CancellationToken cancellationToken)
    {
        var message = DataMessage.Read(call.Fields);
        if (SmokeReport.Read(message) is { } smoke)
        {
            // Smoke counts however the message is written.
            Tolerate(call);
            await events.AddAsync(new OcppEvent.Smoke(call.HeardAt, smoke.Connector, smoke.Present), cancellationToken);
            return new JsonObject { ["status"] = "Accepted" };
        }

        if (call.Fields.Violation is { } violation)
        {
            return violation;
        }

        await events.AddAsync(new OcppEvent.VendorMessage(call.HeardAt, message.VendorId, message.MessageId, message.Data), cancellationToken);
        return new JsonObject { ["status"] = "UnknownVendorId" };
    }

    private void Tolerate(IncomingCall call)
    {
        if (call.Fields.Violation is { } violation)
        {
            faults.Tolerated(call.Action, violation);
        }
    }
}
