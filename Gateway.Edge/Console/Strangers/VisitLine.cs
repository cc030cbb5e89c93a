using Gateway.Edge.Alerts.Strangers.Feedback;
using Gateway.Edge.Alerts.Strangers.Visits;

namespace Gateway.Edge.Console.Strangers;

/// <summary>One visit as the page shows it.</summary>
/// <param name="Visit">The visit.</param>
/// <param name="Label">Label of the face that returned; null where it did not, or is remembered no more.</param>
/// <param name="Returns">How often that face was here.</param>
/// <param name="Feedback">What staff said; null while nobody has.</param>
public sealed record VisitLine(Visit Visit, string? Label, Returns? Returns, VisitFeedback? Feedback);
