using Gateway.Drivers.Devices;

namespace Gateway.Drivers.AlarmStreetlights;

/// <summary>A light with a call-for-help button. Safe for use by several threads.</summary>
public interface IAlarmStreetlight
{
    /// <summary>Unique in the compound.</summary>
    DeviceId Id { get; }

    /// <summary>What people call it.</summary>
    Wording Name { get; }

    /// <summary>The alarm under way; null at rest.</summary>
    Press? Press { get; }

    /// <summary>Whether an officer has acknowledged the alarm under way.</summary>
    bool IsAcknowledged { get; }

    /// <summary>When the drill that was begun last ends or ended, by the wall clock; null for none.</summary>
    DateTimeOffset? DrillUntil { get; }

    /// <summary>Shows the caller that an officer has acknowledged; completes when the lamp does. Doing it again changes nothing.</summary>
    /// <exception cref="DeviceFaultException">That alarm is not under way, or the lamp could not be driven.</exception>
    ValueTask ShowAcknowledgedAsync(Guid press, CancellationToken cancellationToken);

    /// <summary>Ends the alarm under way: everything goes back to rest.</summary>
    /// <exception cref="DeviceFaultException">An output could not be driven.</exception>
    ValueTask ResetAsync(CancellationToken cancellationToken);

    /// <summary>Presses within this time are drills, marked as tests in every record. Zero ends the drill.</summary>
    void Drill(TimeSpan duration);

    /// <summary>Takes up an alarm that was under way before the gateway began again; without effect while another one is.</summary>
    void Restore(RestoredAlarm alarm);
}
