using Gateway.Cloud.Contract;

namespace Gateway.Edge.Alerts.Sos;

/// <summary>An alarm streetlight as the property staff see it.</summary>
/// <param name="Id">Device id.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Press">UUID of the call under way; null at rest.</param>
/// <param name="Test">Whether that call is a drill.</param>
/// <param name="Acknowledged">Whether an officer has acknowledged it.</param>
/// <param name="DrillUntil">Presses until then are drills; null outside of a drill.</param>
internal sealed record LightView(string Id, LocalizedText Name, Guid? Press, bool Test, bool Acknowledged, DateTimeOffset? DrillUntil);
