namespace Gateway.Edge.Perception.Models;

/// <summary>One model as the manifest promises it.</summary>
/// <param name="Name">Stable name that code asks for, such as <c>face-detector</c>.</param>
/// <param name="File">File name below the models' folder.</param>
/// <param name="Sha256">Lower-case hexadecimal digest of the file.</param>
/// <param name="Input">Shape of its only input.</param>
/// <param name="Licence">SPDX identifier.</param>
/// <param name="Source">Package, version and path that the file comes from.</param>
internal sealed record ModelEntry(string Name, string File, string Sha256, int[] Input, string Licence, string Source);
