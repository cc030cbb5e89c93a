using Gateway.Edge.Perception.Evaluation;

namespace Gateway.Edge.Perception.Plates.Evaluation;

/// <summary>A picture and the plate that it is about.</summary>
/// <param name="File">Path of the picture.</param>
/// <param name="Plate">The true number.</param>
internal sealed record LabelledPlate(string File, PlateNumber Plate)
{
    /// <summary>Reads <c>labels.csv</c> (file,plate; further columns are ignored) of a folder; paths come out complete.</summary>
    /// <exception cref="InvalidDataException">The file is malformed or names no plate; says which line and column.</exception>
    public static IReadOnlyList<LabelledPlate> ReadFolder(string folder) =>
    [
        .. CsvLines.Read(Path.Combine(folder, "labels.csv"), "file", "plate").Select(row => new LabelledPlate(
            Path.Combine(folder, row.Text("file")),
            PlateNumber.TryParse(row["plate"], out var number) ? number : throw row.Fault("plate", $"'{row["plate"]}' is no number plate"))),
    ];
}
