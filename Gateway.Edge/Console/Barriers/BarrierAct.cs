namespace Gateway.Edge.Console.Barriers;

/// <summary>What a guard can do at a barrier from the page.</summary>
internal enum BarrierAct
{
    /// <summary>Raise the arm for the vehicle that waits.</summary>
    LetIn,

    /// <summary>Answer that vehicle no more until it has left.</summary>
    SendAway,
    Raise,
    Lower,
    Stop,

    /// <summary>Choose who decides when the arm moves.</summary>
    Mode,
}
