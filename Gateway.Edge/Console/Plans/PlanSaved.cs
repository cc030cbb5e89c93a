namespace Gateway.Edge.Console.Plans;

/// <summary>What became of a change; the page's script reads it.</summary>
/// <param name="Saved">Whether it was made.</param>
/// <param name="Text">What became of it, in the page's language.</param>
internal sealed record PlanSaved(bool Saved, string Text);
