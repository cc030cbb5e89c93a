namespace Gateway.Edge.Perception.Models;

/// <summary>One model as the manifest promises it.</summary>
/// <param name="Name">Stable name that code asks for, such as <c>face-detector</c>.</param>
/// <param name="File">File name below the models' folder.</param>
/// <param name="Sha256">Lower-case hexadecimal digest of the file.</param>
/// <param name="Input">Shape of its only input, -1 for sides that may change; empty for a file that is no model, such as a list of characters.</param>
/// <param name="Licence">SPDX identifier.</param>
/// <param name="Source">Package, version and path that the file comes from.</param>
/// <param name="Taps">Inner tensors to hand out besides the model's own outputs; null for none.</param>
internal sealed record ModelEntry(
    string Name, string File, string Sha256, int[] Input, string Licence, string Source, IReadOnlyList<string>? Taps = null);
