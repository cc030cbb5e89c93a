using System.Globalization;
using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;
using Gateway.Drivers.Devices;
using Gateway.Drivers.FallingObjectCameras;
using Gateway.Edge.Journal;
using Gateway.Edge.Passages;

namespace Gateway.Edge.Alerts.FallingObjects;

/// <summary>Records how well the watch of one camera goes. For one loop; a record on its way never keeps the loop waiting.</summary>
internal sealed class FallHealth(
    IFallingObjectCamera camera, IDeviceDirectory devices, FallTroubles troubles, IJournal journal, ILogger logger) : IAsyncDisposable
{
    /// <summary>Frames are lost for longer: fast falls may be missed.</summary>
    public const string Overloaded = "falling-overloaded";

    /// <summary>For longer, most frames differ as a whole: falls are hardly seen.</summary>
    public const string Blind = "falling-blind";

    /// <summary>All that is over.</summary>
    public const string KeepsUp = "falling-keeps-up";

    /// <summary>The watch fails: nothing is found.</summary>
    public const string Failed = "falling-failed";

    private const string DeviceKind = "falling-object-camera";

    private static readonly LocalizedText Well = new("高空抛物识别已恢复正常", "Finding falling objects works again");

    private Task _told = Task.CompletedTask;
    private bool _works;

    /// <summary>A frame has been looked at: the first one of a loop that began again tells that the failure is over.</summary>
    public void Works()
    {
        if (!_works)
        {
            _works = true;
            Recovered(troubles.Clear(camera.Id));
        }
    }

    /// <summary>The gateway keeps up with the camera no longer, or again.</summary>
    /// <param name="overloaded">Whether it does not.</param>
    /// <param name="share">Of the frames that are lost, 0..1.</param>
    public void Tell(bool overloaded, double share)
    {
        if (!overloaded)
        {
            Recovered(troubles.Clear(camera.Id, Overloaded));
            return;
        }

        FallsLog.Overloaded(logger, camera.Id, share);
        var percent = (share * 100).ToString("0", CultureInfo.InvariantCulture);
        var words = new LocalizedText(
            $"高空抛物识别跟不上画面，已丢失 {percent}% 的帧，快速坠落可能漏报：请降低该摄像机的分析分辨率或减少摄像机数量",
            $"Finding falling objects does not keep up: {percent} % of the frames are lost and fast falls may be missed. Analyse this camera at a lower resolution, or fewer cameras");
        troubles.Set(camera.Id, Overloaded, words);
        _told = AfterAsync(_told, DataOf(camera, DeviceState.Degraded, Overloaded, words, new() { ["lostPercent"] = percent }));
    }

    /// <summary>The camera sees no longer, or again.</summary>
    /// <param name="blind">Whether it does not.</param>
    /// <param name="share">Of the frames that say nothing, 0..1.</param>
    public void TellBlind(bool blind, double share)
    {
        if (!blind)
        {
            Recovered(troubles.Clear(camera.Id, Blind));
            return;
        }

        FallsLog.Blind(logger, camera.Id, share);
        var percent = (share * 100).ToString("0", CultureInfo.InvariantCulture);
        var words = new LocalizedText(
            $"高空抛物识别看不清画面：{percent}% 的帧整幅变化，坠落可能漏报。请检查镜头是否被遮挡、支架是否晃动；大雨大雪时会在转小后自动恢复",
            $"Finding falling objects does not see: {percent} % of the frames change as a whole and falls may be missed. Check that nothing covers the lens and that the mount does not shake; after heavy rain or snow it recovers by itself");
        troubles.Set(camera.Id, Blind, words);
        _told = AfterAsync(_told, DataOf(camera, DeviceState.Degraded, Blind, words, new() { ["blindPercent"] = percent }));
    }

    /// <summary>Records why a watch fails; false where that cannot be recorded.</summary>
    public static async Task<bool> TellAsync(IFallingObjectCamera camera, Exception error, FallTroubles troubles, IJournal journal, ILogger logger)
    {
        var cause = error is DeviceFaultException ? error.Message : error.GetType().Name;
        var words = new LocalizedText(
            "高空抛物识别出错，正在自动重新开始；若反复出现，请查看网关日志中的原因", $"Finding falling objects failed and begins again: {cause}");
        troubles.Set(camera.Id, Failed, words);
        return await RecordAsync(DataOf(camera, DeviceState.Faulty, Failed, words, new() { ["error"] = cause }), camera.Id, journal, logger);
    }

    /// <summary>What is being recorded is recorded.</summary>
    public async ValueTask DisposeAsync() => await _told;

    private void Recovered(bool wasInTrouble)
    {
        if (wasInTrouble && !troubles.HasAny(camera.Id))
        {
            _told = AfterAsync(_told, WellOf());
        }
    }

    // The station shows the latest record of a device: what ails the camera itself must not be hidden behind a watch that is well.
    private DeviceHealthData WellOf() => devices.Health.FirstOrDefault(known => known.Device == camera.Id) is { State: not DeviceState.Online } own
        ? new(own.Device.Value, own.Kind, own.State.ToString(), own.Code, own.Reason.Localized(), own.Details)
        : DataOf(camera, DeviceState.Online, KeepsUp, Well, []);

    private async Task AfterAsync(Task before, DeviceHealthData data)
    {
        await before;
        await RecordAsync(data, camera.Id, journal, logger);
    }

    private static DeviceHealthData DataOf(
        IFallingObjectCamera camera, DeviceState state, string code, LocalizedText words, Dictionary<string, string> details) =>
        new(camera.Id.Value, DeviceKind, state.ToString(), code, words, details);

    private static async Task<bool> RecordAsync(DeviceHealthData data, DeviceId camera, IJournal journal, ILogger logger)
    {
        try
        {
            await journal.AppendAsync(JournalEntry.Of(EventKind.DeviceHealth, EventPriority.High, data.Device, data), CancellationToken.None);
            return true;
        }
#pragma warning disable CA1031 // Supervision boundary: whatever the record throws must not keep the camera from being watched.
        catch (Exception error)
#pragma warning restore CA1031
        {
            FallsLog.HealthNotRecorded(logger, camera, data.Code, error);
            return false;
        }
    }
}
