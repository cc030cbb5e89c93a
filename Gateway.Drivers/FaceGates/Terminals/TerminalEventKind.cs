namespace Gateway.Drivers.FaceGates.Terminals;

/// <summary>What a terminal tells of a person at its door.</summary>
public enum TerminalEventKind
{
    /// <summary>It has recognised somebody and asks whether to open.</summary>
    Asked,

    /// <summary>It has recognised somebody who may pass.</summary>
    Verified,

    /// <summary>It has not recognised a face, or was told not to open.</summary>
    Failed,

    /// <summary>It has released its lock.</summary>
    Unlocked,

    /// <summary>It has locked again.</summary>
    Locked,
}
