namespace Gateway.Edge.Perception.FallingObjects.Evaluation;

/// <summary>One line of a table by kinds.</summary>
/// <param name="By">What is told apart: size, frame rate, release, nuisance.</param>
/// <param name="Value">Which of them.</param>
internal readonly record struct ClipGroup(string By, string Value);
