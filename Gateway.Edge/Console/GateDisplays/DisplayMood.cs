namespace Gateway.Edge.Console.GateDisplays;

/// <summary>What a gate's display is saying; the style sheet has a colour and a sign for each.</summary>
public enum DisplayMood
{
    /// <summary>Nobody stands there.</summary>
    Idle,

    /// <summary>Nobody stands there, and faces cannot be recognised at present.</summary>
    Faceless,

    /// <summary>The gate has opened.</summary>
    Welcome,

    /// <summary>The gate stays closed: why, and what else works.</summary>
    Refused,

    /// <summary>Nobody whom the compound knows: neutral, never an accusation.</summary>
    Unregistered,

    /// <summary>The gate stands open for a fire or an emergency.</summary>
    Released,

    /// <summary>The display does not hear from the gateway.</summary>
    Silent,
}
