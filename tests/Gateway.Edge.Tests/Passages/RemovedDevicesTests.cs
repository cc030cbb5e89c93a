using System.Text.Json;
using EdgeGateway.Testing;
using Gateway.Cloud.Contract.Events;
using Gateway.Drivers.Configuration;
using Gateway.Drivers.Devices;
using Gateway.Edge.Journal;
using Gateway.Edge.Passages;
using Gateway.Edge.Tests.Patrols;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Edge.Tests.Passages;

public sealed class RemovedDevicesTests : IDisposable
{
    private readonly FixedDevices _devices = new();
    private readonly ListJournal _journal = new();
    private readonly FakeTimeProvider _time = new();
    private readonly RemovedDevices _removed;

    public RemovedDevicesTests() => _removed = new RemovedDevices(_devices, _journal, _time, NullLogger<RemovedDevices>.Instance);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task Device_that_a_reload_takes_away_is_told_as_removed_and_no_other()
    {
        Stand("gate-1", "gate-2");
        await _removed.StartAsync(Stop);
        await UntilAsync(() => _devices.Waits > 0);
        Assert.Empty(_journal.Entries);

        Stand("gate-2", "gate-3");
        await UntilAsync(() => _journal.Entries.Count > 0);
        Stand("gate-2");
        await UntilAsync(() => _journal.Entries.Count > 1);
        await _removed.StopAsync(Stop);

        var told = _journal.Entries.Select(entry => JsonSerializer.Deserialize<DeviceHealthData>(entry.Data.Span, JsonSerializerOptions.Web)!);
        Assert.Equal([("gate-1", "Offline", "removed"), ("gate-3", "Offline", "removed")], told.Select(data => (data.Device, data.State, data.Code)));
    }

    [Fact(Timeout = 60_000)]
    public async Task What_could_not_be_recorded_is_tried_again()
    {
        Stand("gate-1");
        await _removed.StartAsync(Stop);
        await UntilAsync(() => _devices.Waits > 0);
        _journal.Fault = new JournalUnavailableException("full");
        Stand();
        await UntilAsync(() => _time.IsAwaited);
        _journal.Fault = null;
        _time.Advance(TimeSpan.FromSeconds(30));
        await UntilAsync(() => _journal.Entries.Count > 0);
        await _removed.StopAsync(Stop);

        Assert.Equal("gate-1", Assert.Single(_journal.Entries).Device);
    }

    public void Dispose() => _removed.Dispose();

    private static async Task UntilAsync(Func<bool> satisfied)
    {
        while (!satisfied())
        {
            await Task.Yield();
            Stop.ThrowIfCancellationRequested();
        }
    }

    private void Stand(params string[] ids)
    {
        _devices.Hardware = _devices.Hardware with { Devices = [.. ids.Select(id => new Gate(id))] };
        _devices.Change();
    }

    private sealed record Gate(string Text) : DeviceDescription(new DeviceHead(new DeviceId(Text), "face-gate", new Wording(Text, Text), null, null));
}
