namespace Gateway.Edge.Console.GateDisplays;

/// <summary>A display's address was made void.</summary>
/// <param name="Gate">The gate's id.</param>
/// <param name="WasSet">False where it had none.</param>
internal sealed record DisplayRevocation(string Gate, bool WasSet);
