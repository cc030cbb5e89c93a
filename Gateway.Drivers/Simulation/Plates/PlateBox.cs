namespace Gateway.Drivers.Simulation.Plates;

/// <summary>Where a character stands on its plate, mm from the top left corner.</summary>
/// <param name="Character">The character; <c>·</c> for the separator.</param>
/// <param name="X">Left edge.</param>
/// <param name="Y">Top edge.</param>
/// <param name="Width">Of its box.</param>
/// <param name="Height">Of its box.</param>
/// <param name="Index">In the plate's text; -1 for a separator.</param>
public readonly record struct PlateBox(char Character, float X, float Y, float Width, float Height, int Index);
