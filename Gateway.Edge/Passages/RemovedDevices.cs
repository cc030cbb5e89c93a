using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;
using Gateway.Drivers.Devices;
using Gateway.Edge.Journal;

namespace Gateway.Edge.Passages;

/// <summary>
/// Tells upstream of devices that a reload of the hardware file has taken away: a device that is no more says nothing itself, and its last
/// state would stand at the station for good.
/// </summary>
internal sealed class RemovedDevices(IDeviceDirectory devices, IJournal journal, TimeProvider time, ILogger<RemovedDevices> logger) : BackgroundService
{
    /// <summary>Code of the state of a device that is no more.</summary>
    public const string Code = "removed";

    /// <summary>Time until a record that could not be made is tried again.</summary>
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Dictionary<DeviceId, string> known = [];
        while (true)
        {
            var seen = devices.Revision;
            var standing = devices.Hardware.Devices.ToDictionary(device => device.Id, device => device.Head.Kind);
            var isUntold = false;
            foreach (var (gone, kind) in known.Where(device => !standing.ContainsKey(device.Key)))
            {
                if (!await TellAsync(gone, kind))
                {
                    standing.Add(gone, kind);
                    isUntold = true;
                }
            }

            known = standing;
            var changed = devices.ChangedAsync(seen, stoppingToken);
            await (isUntold ? Task.WhenAny(changed, Task.Delay(Retry, time, stoppingToken)) : changed);
            stoppingToken.ThrowIfCancellationRequested();
        }
    }

    private async Task<bool> TellAsync(DeviceId device, string kind)
    {
        var data = new DeviceHealthData(
            device.Value,
            kind,
            nameof(DeviceState.Offline),
            Code,
            new LocalizedText("已从硬件文件中移除，不再使用", "Taken out of the hardware file and no longer in use"),
            new Dictionary<string, string>(StringComparer.Ordinal));
        try
        {
            await journal.AppendAsync(JournalEntry.Of(EventKind.DeviceHealth, EventPriority.Info, device.Value, data), CancellationToken.None);
            return true;
        }
        catch (JournalUnavailableException error)
        {
            PassagesLog.ObservationNotRecorded(logger, device, Code, error);
            return false;
        }
    }
}
