using Gateway.Edge.Perception.Evaluation;

namespace Gateway.Edge.Perception.Faces.Evaluation;

/// <summary>Two pictures and whether they show one person.</summary>
/// <param name="FileA">Path of the first picture.</param>
/// <param name="FileB">Path of the second.</param>
/// <param name="Same">True for one person.</param>
/// <param name="Set">Which collection the pair comes from.</param>
internal sealed record FacePair(string FileA, string FileB, bool Same, string Set)
{
    /// <summary>Reads <c>pairs.csv</c> (file_a,file_b,same,set) of a folder; paths come out complete.</summary>
    /// <exception cref="InvalidDataException">The file is malformed.</exception>
    public static IReadOnlyList<FacePair> ReadFolder(string folder) =>
    [
        .. CsvLines.Read(Path.Combine(folder, "pairs.csv"), "file_a", "file_b", "same", "set").Select(row => new FacePair(
            Path.Combine(folder, row["file_a"]), Path.Combine(folder, row["file_b"]), row["same"] == "1", row["set"])),
    ];
}
