using Gateway.Cloud.Contract;
using Gateway.Drivers.Devices;
using Gateway.Drivers.FaceGates;
using Gateway.Edge.Console.Status;
using Gateway.Edge.Console.Texts;
using Gateway.Edge.Console.Vehicles;
using Gateway.Edge.Notices;

namespace Gateway.Edge.Console.Settings;

/// <summary>Reads the form of a notice and names its gates. Safe for several threads.</summary>
internal sealed class NoticeForms(IDeviceDirectory devices, ConsoleClock clock, TimeProvider time)
{
    private static readonly LocalizedText s_noTime = new("请填写日期和时间", "Give a date and a time");

    /// <summary>The gates that have displays.</summary>
    public IReadOnlyList<FaceGateDescription> Gates => [.. devices.Hardware.Devices.OfType<FaceGateDescription>()];

    /// <summary>An empty form: from now to the end of tomorrow.</summary>
    public NoticeForm New() => new() { From = clock.Field(time.GetUtcNow()), Until = clock.Field(clock.EndOfDay(1)) };

    /// <summary>The notice; null where a field cannot be read, which <paramref name="faults"/> then names.</summary>
    public GateNotice? Read(NoticeForm form, string by, FieldFaults faults)
    {
        if (clock.FromField(form.From) is not { } from)
        {
            faults.Add("from", s_noTime);
            from = default;
        }

        if (clock.FromField(form.Until) is not { } until)
        {
            faults.Add("until", s_noTime);
            return null;
        }

        return faults.Any
            ? null
            : new(Guid.CreateVersion7(), new(form.Zh?.Trim() ?? "", form.En?.Trim() ?? ""), string.IsNullOrEmpty(form.Gate) ? [] : [form.Gate], from, until, NoticeSource.Property, by);
    }

    /// <summary>Where a notice stands, in words.</summary>
    public string GatesOf(GateNotice notice, Language language) => notice.Gates.Count == 0
        ? language[SettingsTexts.AllGates]
        : string.Join(language == Language.English ? ", " : "、", notice.Gates.Select(id => Gates.FirstOrDefault(gate => gate.Id.Value == id) is { } gate
            ? language == Language.English ? gate.Name.En : gate.Name.Zh
            : id));
}
