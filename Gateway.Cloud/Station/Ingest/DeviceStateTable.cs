using System.Data.Common;
using Gateway.Cloud.Contract.Events;
using Gateway.Cloud.Station.Storage;

namespace Gateway.Cloud.Station.Ingest;

/// <summary>
/// Keeps the newest state of each device until it is told to be removed. What happened at a device is health too on the wire, and no state.
/// </summary>
internal sealed class DeviceStateTable(DbConnection connection, DbTransaction transaction) : IAsyncDisposable
{
    private const string Availability = "availability";

    // Within one journal the sequence tells what is newer: a gateway's clock may be set back.
    private const string Newer =
        "(CASE WHEN excluded.journal = device_states.journal THEN excluded.sequence > device_states.sequence ELSE excluded.time > device_states.time END)";

    private readonly SqlStatement _write = new(
        connection,
        transaction,
        $"""
        INSERT INTO device_states (compound, device, kind, state, code, reason_zh, reason_en, availability, since, time, journal, sequence)
        VALUES (@compound, @device, @kind, @state, @code, @zh, @en, @availability, @time, @time, @journal, @sequence)
        ON CONFLICT (compound, device) DO UPDATE SET
            kind = excluded.kind, state = excluded.state, code = excluded.code, reason_zh = excluded.reason_zh, reason_en = excluded.reason_en,
            availability = COALESCE(excluded.availability, device_states.availability),
            since = CASE WHEN device_states.state = excluded.state THEN device_states.since ELSE excluded.since END,
            time = excluded.time, journal = excluded.journal, sequence = excluded.sequence
        WHERE {Newer}
        """,
        "@compound", "@device", "@kind", "@state", "@code", "@zh", "@en", "@availability", "@time", "@journal", "@sequence");

    private readonly SqlStatement _remove = new(
        connection,
        transaction,
        """
        DELETE FROM device_states WHERE compound = @compound AND device = @device
            AND CASE WHEN journal = @journal THEN sequence < @sequence ELSE time < @time END
        """,
        "@compound", "@device", "@journal", "@sequence", "@time");

    public async Task WriteAsync(ReceivedEvent received, CancellationToken cancellationToken)
    {
        if (received.Health is not { } health || HealthCode.IsHappening(health.Code))
        {
            return;
        }

        var time = UnixMicroseconds.Of(received.Envelope.Time);
        if (health.Code == HealthCode.Removed)
        {
            await _remove.RunAsync(cancellationToken, received.Compound, received.Device, received.Envelope.Journal, received.Sequence, time);
            return;
        }

        await _write.RunAsync(
            cancellationToken,
            received.Compound, received.Device, health.DeviceKind, health.State, health.Code, health.Reason.Zh, health.Reason.En,
            AvailabilityOf(health), time, received.Envelope.Journal, received.Sequence);
    }

    public async ValueTask DisposeAsync()
    {
        await _write.DisposeAsync();
        await _remove.DisposeAsync();
    }

    private static string? AvailabilityOf(DeviceHealthData health) =>
        health.Details.TryGetValue(Availability, out var said) && said.Length <= 10 ? said : null;
}
