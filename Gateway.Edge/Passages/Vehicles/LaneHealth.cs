using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;
using Gateway.Drivers.Devices;
using Gateway.Drivers.VehicleBarriers;
using Gateway.Edge.Journal;

namespace Gateway.Edge.Passages.Vehicles;

/// <summary>
/// Whether plates decide at one barrier, and why not; each change goes on record. A record on its way keeps nobody waiting. Safe for use by
/// several threads.
/// </summary>
internal sealed class LaneHealth(IVehicleBarrier barrier, IDeviceDirectory devices, IJournal journal, TimeProvider time, ILogger logger) : IAsyncDisposable
{
    /// <summary>Nothing can be read at present: the guard works the barrier.</summary>
    public const string ByHandCode = "lane-by-hand";

    /// <summary>Plates decide again.</summary>
    public const string WorksCode = "lane-works";

    private const string DeviceKind = "vehicle-barrier";
    private static readonly LocalizedText Again = new("已恢复按车牌自动放行", "Plates decide at this barrier again");

    private readonly Lock _gate = new(); // guards everything below it
    private readonly SortedDictionary<LaneTrouble, LocalizedText> _troubles = [];
    private (LaneSight Sight, LocalizedText? Trouble, DateTimeOffset? Since) _now = (LaneSight.Starting, null, null);
    private Task _told = Task.CompletedTask;
    private bool _seen; // a frame has been looked at
    private bool _ailing; // on record as by hand

    /// <summary>What screens show.</summary>
    public (LaneSight Sight, LocalizedText? Trouble, DateTimeOffset? Since) Now
    {
        get
        {
            lock (_gate)
            {
                return _now;
            }
        }
    }

    /// <summary>A frame was looked at: but for what else is wrong, plates decide.</summary>
    public void Works(LaneTrouble ended)
    {
        lock (_gate)
        {
            _seen = true;
        }

        Set(ended, words: null);
    }

    /// <summary>Something keeps plates from deciding; null words end it, which by itself does not mean that any picture was ever seen.</summary>
    public void Set(LaneTrouble trouble, LocalizedText? words)
    {
        lock (_gate)
        {
            if (words is null)
            {
                _troubles.Remove(trouble);
            }
            else
            {
                _troubles[trouble] = words;
            }

            Show(_troubles.Count == 0 ? null : _troubles.First().Value);
        }
    }

    /// <summary>What is being recorded is recorded.</summary>
    public async ValueTask DisposeAsync()
    {
        Task told;
        lock (_gate)
        {
            told = _told;
        }

        await told;
    }

    private void Show(LocalizedText? trouble)
    {
        if (trouble is null)
        {
            if (!_seen)
            {
                _now = (LaneSight.Starting, null, null);
                return;
            }

            if (_now.Sight == LaneSight.Works)
            {
                return;
            }

            LanesLog.Works(logger, barrier.Id);
            _told = _ailing ? RecordAsync(_told, WellOf()) : _told;
            (_now, _ailing) = ((LaneSight.Works, null, null), false);
        }
        else if (_now.Trouble != trouble)
        {
            LanesLog.ByHand(logger, barrier.Id, trouble.En);
            var words = new LocalizedText($"无法按车牌自动放行，请门卫手动操作：{trouble.Zh}", $"Plates do not decide here, the guard works the barrier: {trouble.En}");
            _told = RecordAsync(_told, new DeviceHealthData(
                barrier.Id.Value, DeviceKind, nameof(DeviceState.Degraded), ByHandCode, words, new Dictionary<string, string>(StringComparer.Ordinal)));
            (_now, _ailing) = ((LaneSight.ByHand, trouble, _now.Since ?? time.GetUtcNow()), true);
        }
    }

    // The station shows the latest record of a device: what ails the barrier itself must not be hidden behind a lane that is well.
    private DeviceHealthData WellOf() => devices.Health.FirstOrDefault(known => known.Device == barrier.Id) is { State: not DeviceState.Online } own
        ? new(own.Device.Value, own.Kind, own.State.ToString(), own.Code, own.Reason.Localized(), own.Details)
        : new(barrier.Id.Value, DeviceKind, nameof(DeviceState.Online), WorksCode, Again, new Dictionary<string, string>(StringComparer.Ordinal));

    private async Task RecordAsync(Task before, DeviceHealthData data)
    {
        await before;
        try
        {
            await journal.AppendAsync(JournalEntry.Of(EventKind.DeviceHealth, EventPriority.Normal, data.Device, data), CancellationToken.None);
        }
#pragma warning disable CA1031 // Supervision boundary: whatever the record throws must not keep the lane from working.
        catch (Exception error)
#pragma warning restore CA1031
        {
            LanesLog.NotRecorded(logger, data.Device, data.Code, error);
        }
    }
}
