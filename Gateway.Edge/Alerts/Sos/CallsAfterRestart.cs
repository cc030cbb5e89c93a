using Gateway.Drivers.AlarmStreetlights;
using Gateway.Drivers.Devices;
using Gateway.Edge.Journal;

namespace Gateway.Edge.Alerts.Sos;

/// <summary>
/// Lights the lamps again of calls that were under way when the gateway ended, before the devices start: whoever called for help must not
/// see the lamp go dark for a power cut. A journal that cannot be read keeps nothing from starting.
/// </summary>
internal sealed class CallsAfterRestart(
    IDeviceDirectory devices, IJournal journal, IJournalReader reader, TimeProvider clock, ILogger<CallsAfterRestart> logger) : IHostedService
{
    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var settings = devices.Hardware.Devices.OfType<StreetlightDescription>().ToDictionary(light => light.Id, light => light.Settings);
        if (settings.Count == 0)
        {
            return;
        }

        try
        {
            var now = clock.GetUtcNow();
            var since = now - settings.Values.Max(light => light.AlarmFor > light.AcknowledgedFor ? light.AlarmFor : light.AcknowledgedFor);
            var calls = await new UnderwayCalls(journal, reader).ReadAsync(since, cancellationToken);
            foreach (var light in devices.Of<IAlarmStreetlight>())
            {
                if (calls.GetValueOrDefault(light.Id.Value) is { } call && settings.TryGetValue(light.Id, out var times) && EndOf(call, times) > now)
                {
                    light.Restore(call);
                    SosLog.TakenUp(logger, light.Id.Value, call.Press.Id, call.PressedAt);
                }
            }
        }
        catch (JournalUnavailableException error)
        {
            SosLog.NotTakenUp(logger, error);
        }
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static DateTimeOffset EndOf(RestoredAlarm call, StreetlightSettings times) =>
        call.AcknowledgedAt is { } at ? at + times.AcknowledgedFor : call.LastPressedAt + times.AlarmFor;
}
