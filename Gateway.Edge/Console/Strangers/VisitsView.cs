using Gateway.Cloud.Contract;
using Gateway.Edge.Alerts.Strangers.Feedback;

namespace Gateway.Edge.Console.Strangers;

/// <summary>The page of strangers.</summary>
/// <param name="Visits">The newest first.</param>
/// <param name="More">There are older ones.</param>
/// <param name="Rates">By camera.</param>
/// <param name="Gates">Gates to choose from, by id.</param>
internal sealed record VisitsView(IReadOnlyList<VisitLine> Visits, bool More, IReadOnlyList<CameraRate> Rates, IReadOnlyList<(string Id, LocalizedText Name)> Gates);
