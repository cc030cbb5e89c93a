namespace Gateway.Edge.Commands;

/// <summary>Something wrong with a calibration.</summary>
/// <param name="Path">Where, such as <c>facade.floorLines[2].y</c>.</param>
/// <param name="Zh">What, in Chinese.</param>
/// <param name="En">What, in English.</param>
internal sealed record FacadeReportFault(string Path, string Zh, string En);
