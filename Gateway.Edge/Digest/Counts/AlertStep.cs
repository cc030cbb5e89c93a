namespace Gateway.Edge.Digest.Counts;

/// <summary>A record that raises an alert, or tells that somebody has taken note of it.</summary>
/// <param name="Kind">Kind of the record.</param>
/// <param name="Incident">The happening.</param>
/// <param name="Day">Day of the record.</param>
/// <param name="At">Time of the record.</param>
/// <param name="IsAcknowledgement">True where somebody has taken note.</param>
internal readonly record struct AlertStep(string Kind, string Incident, int Day, DateTimeOffset At, bool IsAcknowledgement);
