namespace Gateway.Drivers.Configuration;

/// <summary>A bus of the hardware file; each kind has a record of its own.</summary>
/// <param name="Id">Unique among the buses.</param>
/// <param name="Kind">Kind as in the file, such as <c>gpio</c>.</param>
public abstract record BusDescription(string Id, string Kind)
{
    /// <summary>The file's text for this bus: when it is the same after a reload, the bus is left alone.</summary>
    internal string Fingerprint { get; init; } = "";
}
