namespace Gateway.Edge.Perception.Plates;

/// <summary>One character as it was read.</summary>
/// <param name="Value">The character.</param>
/// <param name="Confidence">How sure the reader is of it, 0..1.</param>
/// <param name="Next">The second likeliest legal character; <c>'\0'</c> where there is none.</param>
internal readonly record struct PlateCharacter(char Value, float Confidence, char Next);
