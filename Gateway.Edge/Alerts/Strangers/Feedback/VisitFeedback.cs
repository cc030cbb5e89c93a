namespace Gateway.Edge.Alerts.Strangers.Feedback;

/// <summary>What somebody said about a visit.</summary>
/// <param name="Verdict">What it was.</param>
/// <param name="By">The account and the address.</param>
/// <param name="At">When.</param>
/// <param name="View">What was wrong with the best picture; set for a resident not recognised where the picture is known.</param>
public sealed record VisitFeedback(StrangerVerdict Verdict, string By, DateTimeOffset At, PortraitView? View);
