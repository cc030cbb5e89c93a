namespace Gateway.Drivers.Configuration;

/// <summary>The computer that the gateway runs on.</summary>
/// <param name="Model">Maker and model.</param>
/// <param name="Pins">Header pins that are wired, by their printed label; each names a bus and a line. For the installer's eyes.</param>
public sealed record Board(string Model, IReadOnlyList<BoardPin> Pins);
