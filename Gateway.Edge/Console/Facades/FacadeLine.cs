using Gateway.Cloud.Contract;
using Gateway.Edge.Console.Status;

namespace Gateway.Edge.Console.Facades;

/// <summary>A facade camera in the list.</summary>
/// <param name="Line">Name and state.</param>
/// <param name="Calibration">What is known of it, in words.</param>
/// <param name="Verdict">How sure its floors are.</param>
public sealed record FacadeLine(DeviceLine Line, LocalizedText Calibration, FacadeVerdict Verdict);
