using System.Data.Common;
using Gateway.Cloud.Contract.Events;
using Gateway.Cloud.Station.Storage;

namespace Gateway.Cloud.Station.Ingest;

/// <summary>Keeps the newest state of each device. What happened at a device is health too on the wire, and no state.</summary>
internal sealed class DeviceStateTable(DbConnection connection, DbTransaction transaction) : IAsyncDisposable
{
    private const string Availability = "availability";

    private readonly SqlStatement _write = new(
        connection,
        transaction,
        """
        INSERT INTO device_states (compound, device, kind, state, code, reason_zh, reason_en, availability, since, time, sequence)
        VALUES (@compound, @device, @kind, @state, @code, @zh, @en, @availability, @time, @time, @sequence)
        ON CONFLICT (compound, device) DO UPDATE SET
            kind = excluded.kind, state = excluded.state, code = excluded.code, reason_zh = excluded.reason_zh, reason_en = excluded.reason_en,
            availability = COALESCE(excluded.availability, device_states.availability),
            since = CASE WHEN device_states.state = excluded.state THEN device_states.since ELSE excluded.since END,
            time = excluded.time, sequence = excluded.sequence
        WHERE excluded.time > device_states.time OR (excluded.time = device_states.time AND excluded.sequence > device_states.sequence)
        """,
        "@compound", "@device", "@kind", "@state", "@code", "@zh", "@en", "@availability", "@time", "@sequence");

    public async Task WriteAsync(ReceivedEvent received, CancellationToken cancellationToken)
    {
        if (received.Health is not { } health || HealthCode.IsHappening(health.Code))
        {
            return;
        }

        await _write.RunAsync(
            cancellationToken,
            received.Compound, received.Device, health.DeviceKind, health.State, health.Code, health.Reason.Zh, health.Reason.En,
            AvailabilityOf(health), UnixMicroseconds.Of(received.Envelope.Time), received.Sequence);
    }

    public ValueTask DisposeAsync() => _write.DisposeAsync();

    private static string? AvailabilityOf(DeviceHealthData health) =>
        health.Details.TryGetValue(Availability, out var said) && said.Length <= 10 ? said : null;
}
