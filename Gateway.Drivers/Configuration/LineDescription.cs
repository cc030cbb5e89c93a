namespace Gateway.Drivers.Configuration;

/// <summary>One line of a bus.</summary>
/// <param name="Bus">Id of the bus.</param>
/// <param name="Line">The bus's name for the line.</param>
public sealed record LineDescription(string Bus, string Line);
