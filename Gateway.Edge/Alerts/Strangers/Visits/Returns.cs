namespace Gateway.Edge.Alerts.Strangers.Visits;

/// <summary>How often a remembered face was here in its time.</summary>
/// <param name="Visits">At least 1.</param>
/// <param name="Gates">Gates that saw it, at least 1.</param>
public sealed record Returns(int Visits, int Gates);
