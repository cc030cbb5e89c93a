namespace Gateway.Edge.Console.GateDisplays;

/// <summary>The address of a gate's display.</summary>
/// <param name="Gate">The gate's id.</param>
/// <param name="Path">Path and key, to stand behind the box's own address.</param>
internal sealed record DisplayLink(string Gate, string Path);
