using Gateway.Cloud.Contract;

namespace Gateway.Edge.Console.Facades;

/// <summary>What the calibration page begins with.</summary>
/// <param name="Id">The camera.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Width">Pixels in a row of the delivered picture.</param>
/// <param name="Height">Rows of the delivered picture.</param>
/// <param name="Section">JSON of the section in the file, or of the one in force where the file cannot be read.</param>
/// <param name="Print">What the camera's text in the file was like; empty where it cannot be read.</param>
/// <param name="FileFault">Why the file cannot be read; null where it can.</param>
public sealed record FacadeSheet(string Id, LocalizedText Name, int Width, int Height, string Section, string Print, LocalizedText? FileFault);
