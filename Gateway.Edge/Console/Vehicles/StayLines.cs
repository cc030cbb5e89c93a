using Gateway.Cloud.Contract;
using Gateway.Drivers.Devices;
using Gateway.Edge.Access.Vehicles.Stays;
using Gateway.Edge.Console.Status;
using Gateway.Edge.Console.Texts;
using Gateway.Edge.Passages;

namespace Gateway.Edge.Console.Vehicles;

/// <summary>Stays in words. Safe for several threads.</summary>
internal sealed class StayLines(IDeviceDirectory devices, TimeProvider time)
{
    public StayLine Of(Stay stay)
    {
        var now = time.GetUtcNow();
        var overstay = stay.LeftAt is null || stay.OverstayedAt is not null ? stay.Overstay(now) : TimeSpan.Zero;
        var waits = stay is { State: StayState.Inside, SettledAt: null } && overstay > TimeSpan.Zero;
        var (tone, icon) = waits ? (Tone.High, "clock") : stay.State switch
        {
            StayState.Inside => (Tone.Good, "parking"),
            StayState.Left => (Tone.Unknown, "check"),
            _ => (Tone.Normal, "unknown"),
        };
        return new StayLine(
            stay.Id,
            stay.Plate is { } plate ? PlateView.Of(plate) : null,
            stay.Vehicle,
            stay.Standing is { } standing ? VehicleTexts.Standing(standing) : null,
            tone,
            icon,
            HistoryTexts.State(stay.State),
            stay.EnteredAt,
            NameOf(stay.EntryBarrier),
            stay.LeftAt,
            NameOf(stay.ExitBarrier),
            stay.Length(now) is { } length ? HistoryTexts.Span(length) : null,
            overstay >= TimeSpan.FromMinutes(1) ? HistoryTexts.Span(overstay) : null,
            stay.CorrectedBy is null ? null : $"{stay.CorrectedBy}: {stay.CorrectionReason}");
    }

    /// <summary>What people call a barrier; its id where it stands no more, null for none.</summary>
    public LocalizedText? NameOf(string? barrier) => barrier is null ? null
        : devices.Hardware.Devices.FirstOrDefault(device => device.Id.Value == barrier)?.Name.Localized() ?? new LocalizedText(barrier, barrier);
}
