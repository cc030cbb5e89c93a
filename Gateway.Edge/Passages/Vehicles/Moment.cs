namespace Gateway.Edge.Passages.Vehicles;

/// <summary>When something happens to a lane, on both clocks.</summary>
/// <param name="Since">On a monotonic scale: what lasts is measured on it.</param>
/// <param name="At">By the gateway's wall clock: what goes on record.</param>
internal readonly record struct Moment(TimeSpan Since, DateTimeOffset At);
