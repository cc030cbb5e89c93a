using Gateway.Drivers.AlarmStreetlights;
using Gateway.Drivers.Devices;

namespace Gateway.Edge.Tests.Alerts.Sos;

/// <summary>A light without lines that remembers what it was told.</summary>
internal sealed class FakeLight(string id) : IAlarmStreetlight
{
    public DeviceId Id { get; } = new(id);

    public Wording Name { get; } = new("东门灯", "East light");

    public Press? Press { get; set; }

    public bool IsAcknowledged { get; set; }

    public DateTimeOffset? DrillUntil { get; set; }

    /// <summary>What it was to take up.</summary>
    public List<RestoredAlarm> Restored { get; } = [];

    /// <summary>Drills that were begun.</summary>
    public List<TimeSpan> Drills { get; } = [];

    /// <summary>What driving it fails with; null when it works.</summary>
    public DeviceFaultException? Fault { get; set; }

    public ValueTask ShowAcknowledgedAsync(Guid press, CancellationToken cancellationToken)
    {
        IsAcknowledged = true;
        return ValueTask.CompletedTask;
    }

    public ValueTask ResetAsync(CancellationToken cancellationToken)
    {
        Press = Fault is null ? null : Press;
        return Fault is null ? ValueTask.CompletedTask : ValueTask.FromException(Fault);
    }

    public void Drill(TimeSpan duration) => Drills.Add(duration);

    public void Restore(RestoredAlarm alarm) => Restored.Add(alarm);
}
