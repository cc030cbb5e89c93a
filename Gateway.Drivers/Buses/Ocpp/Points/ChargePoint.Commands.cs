using System.Text.Json;
using System.Text.Json.Nodes;
using Gateway.Drivers.Buses.Ocpp.Wire;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Buses.Ocpp.Points;

/// <content>What the charger is told to do.</content>
internal sealed partial class ChargePoint
{
    /// <inheritdoc/>
    public Task<OcppAnswer> RemoteStartAsync(int connector, string idTag, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(connector);
        ArgumentException.ThrowIfNullOrEmpty(idTag);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(idTag.Length, OcppLimits.IdTag, nameof(idTag));
        return AskAsync("RemoteStartTransaction", new JsonObject { ["connectorId"] = connector, ["idTag"] = idTag }, urgent: false, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<OcppAnswer> RemoteStopAsync(int transactionId, CancellationToken cancellationToken) =>
        AskAsync("RemoteStopTransaction", new JsonObject { ["transactionId"] = transactionId }, urgent: true, cancellationToken);

    /// <inheritdoc/>
    public Task<OcppAnswer> ChangeAvailabilityAsync(int connector, bool operative, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(connector);
        var payload = new JsonObject { ["connectorId"] = connector, ["type"] = operative ? "Operative" : "Inoperative" };
        return AskAsync("ChangeAvailability", payload, urgent: !operative, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<OcppAnswer> ResetAsync(bool hard, CancellationToken cancellationToken) =>
        AskAsync("Reset", new JsonObject { ["type"] = hard ? "Hard" : "Soft" }, urgent: false, cancellationToken);

    /// <inheritdoc/>
    public Task<OcppAnswer> UnlockAsync(int connector, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(connector);
        return AskAsync("UnlockConnector", new JsonObject { ["connectorId"] = connector }, urgent: false, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<OcppAnswer> TriggerAsync(OcppTrigger what, int? connector, CancellationToken cancellationToken)
    {
        var payload = new JsonObject { ["requestedMessage"] = what.ToString() };
        if (connector is { } number)
        {
            payload["connectorId"] = number;
        }

        return AskAsync("TriggerMessage", payload, urgent: false, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<OcppAnswer> ChangeConfigurationAsync(string key, string value, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(key.Length, ConfigurationAnswer.KeyLength, nameof(key));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value.Length, ConfigurationAnswer.ValueLength, nameof(value));
        return AskAsync("ChangeConfiguration", new JsonObject { ["key"] = key, ["value"] = value }, urgent: false, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, string>> GetConfigurationAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        var payload = new JsonObject();
        if (keys.Count > 0)
        {
            payload["key"] = new JsonArray([.. keys.Select(key => (JsonNode?)key)]);
        }

        return ConfigurationAnswer.Read(await CallAsync("GetConfiguration", payload, urgent: false, cancellationToken));
    }

    private async Task<OcppAnswer> AskAsync(string action, JsonObject payload, bool urgent, CancellationToken cancellationToken)
    {
        var answer = await CallAsync(action, payload, urgent, cancellationToken);
        var status = new OcppFields(answer).Text("status", OcppLimits.Word);
        return status switch
        {
            "Accepted" or "Unlocked" => OcppAnswer.Accepted,
            "Scheduled" => OcppAnswer.Scheduled,
            "RebootRequired" => OcppAnswer.RebootRequired,
            "NotSupported" or "NotImplemented" => OcppAnswer.NotSupported,
            "Rejected" or "UnlockFailed" => OcppAnswer.Rejected,
            _ => throw new DeviceFaultException(
                $"The charger {Id} answered {action} with \"{Printable.From(status, OcppLimits.Word)}\", which the protocol does not know. Update its firmware."),
        };
    }

    private Task<JsonElement> CallAsync(string action, JsonObject payload, bool urgent, CancellationToken cancellationToken) =>
        Current() is { } session
            ? session.Calls.CallAsync(action, payload, urgent, cancellationToken)
            : Task.FromException<JsonElement>(new DeviceFaultException($"{action} was not sent. {_link.Reason.En}"));
}
