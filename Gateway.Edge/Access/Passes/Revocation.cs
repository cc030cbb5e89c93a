namespace Gateway.Edge.Access.Passes;

/// <summary>A pass that opens nothing any more.</summary>
/// <param name="Pass">The pass.</param>
/// <param name="OnDisk">False while that could not be written: a restart before it is would make the pass open again.</param>
internal sealed record Revocation(Pass Pass, bool OnDisk);
