namespace Gateway.Edge.Perception.Models;

/// <summary>One model's file, looked at.</summary>
/// <param name="Model">What was promised.</param>
/// <param name="Path">Where it was looked for.</param>
/// <param name="State">What was found.</param>
/// <param name="Problem">What is wrong and what to do; null when ready.</param>
internal sealed record ModelCheck(ModelEntry Model, string Path, ModelState State, string? Problem);
