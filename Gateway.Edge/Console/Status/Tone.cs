namespace Gateway.Edge.Console.Status;

/// <summary>The one colour language; never shown without an icon and a word.</summary>
public enum Tone
{
    /// <summary>Grey: not measured.</summary>
    Unknown,

    /// <summary>Green.</summary>
    Good,

    /// <summary>Yellow.</summary>
    Normal,

    /// <summary>Orange.</summary>
    High,

    /// <summary>Red.</summary>
    Emergency,
}
