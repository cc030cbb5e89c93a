using Gateway.Drivers.Devices;
using Gateway.Edge.Console.Status;
using Gateway.Edge.Console.Texts;
using Gateway.Edge.Passages;
using Gateway.Edge.Plans;

namespace Gateway.Edge.Console.Plans;

/// <summary>Puts together a plan and the devices' present health. Reads only what is in memory; safe for use by several threads.</summary>
internal sealed class PlanReader(PlanBook book, IDeviceDirectory devices)
{
    /// <summary>The plan of that id, none where it is gone; the first one where none is asked for.</summary>
    public PlanSheet Read(Guid? id = null)
    {
        var view = book.View;
        var hardware = devices.Hardware;
        var lines = DeviceLines.Of(devices).ToDictionary(line => line.Id, StringComparer.Ordinal);
        var kinds = hardware.Devices.ToDictionary(device => device.Id.Value, device => device.Head.Kind, StringComparer.Ordinal);
        var order = hardware.Devices.Index().ToDictionary(device => device.Item.Id.Value, device => device.Index, StringComparer.Ordinal);
        PlanDot DotOf(PlanPlace place) => Dot(place, lines.GetValueOrDefault(place.Device), kinds.GetValueOrDefault(place.Device));
        var plan = id is { } wanted ? view.Find(wanted) : view.Plans.Count > 0 ? view.Plans[0] : null;
        return new PlanSheet(
            plan,
            plan is null ? [] : [.. view.On(plan.Id).Select(DotOf)
                .OrderBy(dot => dot.IsTrouble).ThenBy(dot => dot.Tone).ThenBy(dot => order.GetValueOrDefault(dot.Device, int.MaxValue))],
            [.. hardware.Devices.Where(device => !view.Places.ContainsKey(device.Id.Value)).Select(device => (device.Id.Value, device.Name.Localized(), device.Head.Kind))],
            [.. view.Plans.Where(other => other.Id != plan?.Id).Select(other => (other, view.On(other.Id).Count(place => DotOf(place).IsTrouble)))]);
    }

    private static PlanDot Dot(PlanPlace place, DeviceLine? line, string? kind) => line is null || kind is null
        ? new PlanDot(place.Device, place.Name, Kind: null, Tone.Unknown, PlanTexts.Gone, PlanTexts.GoneHint, place.X, place.Y)
        : new PlanDot(place.Device, line.Name, kind, line.Tone, line.State, line.Reason, place.X, place.Y);
}
