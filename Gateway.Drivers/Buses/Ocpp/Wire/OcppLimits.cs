namespace Gateway.Drivers.Buses.Ocpp.Wire;

/// <summary>Lengths from the OCPP 1.6 specification, and bounds of our own where it has none.</summary>
internal static class OcppLimits
{
    /// <summary>Characters of an idTag (CiString20Type).</summary>
    public const int IdTag = 20;

    /// <summary>Characters of a word of an enumeration.</summary>
    public const int Word = 50;

    /// <summary>Characters of a charge point id. The protocol has none; security extensions say 48.</summary>
    public const int ChargePointId = 48;

    /// <summary>Connectors of one charger. Our own: 64 outlets are more than any charger for e-bikes has.</summary>
    public const int Connectors = 64;

    /// <summary>Readings in one message: a night of one a minute, kept by the charger and told at its end.</summary>
    public const int Readings = 1024;

    /// <summary>Values in one reading.</summary>
    public const int Values = 64;

    /// <summary>Bytes of one message. Our own: a night's readings in one StopTransaction are the largest thing that a charger sends.</summary>
    public const int MessageBytes = 512 * 1024;
}
