namespace Gateway.Drivers.Simulation;

/// <summary>What a simulated charger does when it is told to stop or to take a connector out of use.</summary>
internal enum SimulatedObedience
{
    Obeys,

    /// <summary>Says that it will, and charges on.</summary>
    Ignores,

    /// <summary>Says that it will not.</summary>
    Rejects,

    /// <summary>Says nothing until the gateway gives up.</summary>
    IsSilent,

    /// <summary>Ends the transaction as told, but its relay is welded: the current flows on.</summary>
    IsWelded,
}
