namespace Gateway.Cloud.Station.Alerts;

/// <summary>An officer takes note of an alert, or takes that back.</summary>
/// <param name="Alert">The alert.</param>
/// <param name="Acknowledged">False to reopen.</param>
/// <param name="Officer">Log-in name.</param>
/// <param name="Address">Network address that the officer came from.</param>
internal sealed record AlertMark(long Alert, bool Acknowledged, string Officer, string Address);
