using Gateway.Cloud.Contract;
using Gateway.Drivers.Devices;
using Gateway.Drivers.FaceGates;
using Gateway.Edge.Console.Texts;
using Gateway.Edge.Passages;

namespace Gateway.Edge.Console.Status;

/// <summary>The devices in words.</summary>
internal static class DeviceLines
{
    /// <summary>Devices that the status page names one by one.</summary>
    private const int MostShown = 6;

    public static IReadOnlyList<DeviceLine> Of(IDeviceDirectory devices)
    {
        var names = devices.Hardware.Devices.ToDictionary(device => device.Id, device => device.Name.Localized());
        var dropped = devices.Of<IFaceGate>().ToDictionary(gate => gate.Id, gate => gate.Camera.Dropped);
        return [.. devices.Health.Select(health => Of(
            health,
            names.GetValueOrDefault(health.Device) ?? new LocalizedText(health.Device.Value, health.Device.Value),
            dropped.TryGetValue(health.Device, out var count) ? count : null))];
    }

    /// <summary>Devices that do not work, each with its own words; where there are many, the worst, and how many more.</summary>
    public static IEnumerable<AttentionItem> Attention(IReadOnlyList<DeviceLine> lines)
    {
        List<DeviceLine> away = [.. lines.Where(line => line.Tone >= Tone.Normal).OrderByDescending(line => line.Tone)];
        var shown = away.Count <= MostShown ? away : away[..(MostShown - 1)];
        foreach (var line in shown)
        {
            yield return new AttentionItem(line.Tone, line.Icon, StatusTexts.Joined(line.Name, line.State), line.Reason ?? StatusTexts.LookAtDevice);
        }

        if (away.Count > shown.Count)
        {
            yield return new AttentionItem(away[shown.Count].Tone, "warning", DeviceTexts.MoreDevices(away.Count - shown.Count), DeviceTexts.MoreDevicesHint);
        }
    }

    /// <summary>One device's or bus's state in words.</summary>
    public static DeviceLine Of(DeviceHealth health, LocalizedText name, long? dropped)
    {
        var (tone, icon, state) = health.State switch
        {
            DeviceState.Online => (Tone.Good, "check", StatusTexts.Online),
            DeviceState.Degraded => (Tone.Normal, "warning", StatusTexts.Degraded),
            DeviceState.Offline => (Tone.High, "offline", StatusTexts.Offline),
            DeviceState.Faulty => (Tone.High, "warning", StatusTexts.Faulty),
            _ => (Tone.Unknown, "unknown", StatusTexts.Connecting),
        };
        return new DeviceLine(
            health.Device.Value, name, tone, icon, state, health.State is DeviceState.Online ? null : health.Reason.Localized(), health.Since, dropped);
    }
}
