namespace Gateway.Edge.Alerts.Strangers.Feedback;

/// <summary>What staff say an alert was.</summary>
public enum StrangerVerdict
{
    /// <summary>A resident whom the gate did not recognise.</summary>
    NotRecognised,

    /// <summary>A visitor or a delivery: unknown, and harmless.</summary>
    Visitor,

    /// <summary>No person: a picture, a pattern, a reflection.</summary>
    FalseAlarm,
}
