namespace Gateway.Drivers.AlarmStreetlights;

/// <summary>An alarm that was under way when the gateway ended. Times that lie in the future, by a clock that was set, count as now.</summary>
/// <param name="Press">The call.</param>
/// <param name="PressedAt">When the call began, by the wall clock.</param>
/// <param name="LastPressedAt">When the button was last pressed for it: the alarm lasts from then.</param>
/// <param name="AcknowledgedAt">When an officer acknowledged; null when nobody has.</param>
public sealed record RestoredAlarm(Press Press, DateTimeOffset PressedAt, DateTimeOffset LastPressedAt, DateTimeOffset? AcknowledgedAt);
