using Gateway.Cloud.Contract;

namespace Gateway.Edge.Alerts.Strangers.Visits;

/// <summary>A visit that stays at one gate for longer than passing takes.</summary>
/// <param name="Visit">Its id.</param>
/// <param name="Gate">Where.</param>
/// <param name="Name">The gate's name.</param>
/// <param name="Stayed">How long so far.</param>
internal sealed record LingeringFinding(Guid Visit, string Gate, LocalizedText Name, TimeSpan Stayed);
