using Gateway.Edge.Perception.Pixels;

namespace Gateway.Edge.Perception.Plates;

/// <summary>One plate found in one picture.</summary>
/// <param name="Box">Where, in pixels of the picture.</param>
/// <param name="Number">The number; null where something like a plate is there, but no legal number could be read.</param>
/// <param name="Colour">Its ground.</param>
/// <param name="TwoRows">The characters stand in two rows.</param>
/// <param name="Confidence">How sure the reader is of the whole number, 0..1: the share of the probability that this number holds among all legal ones.</param>
/// <param name="Characters">Character by character; empty where <paramref name="Number"/> is null.</param>
internal sealed record PlateReading(
    PixelBox Box, PlateNumber? Number, PlateColour Colour, bool TwoRows, float Confidence, IReadOnlyList<PlateCharacter> Characters);
