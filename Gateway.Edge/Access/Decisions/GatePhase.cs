namespace Gateway.Edge.Access.Decisions;

/// <summary>What a gate shows.</summary>
internal enum GatePhase
{
    Idle,
    Open,
    Refused,
    Stranger,
}
