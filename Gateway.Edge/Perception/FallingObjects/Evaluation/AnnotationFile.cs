using Gateway.Edge.Perception.Evaluation;

namespace Gateway.Edge.Perception.FallingObjects.Evaluation;

/// <summary>
/// What falls in the clips of a folder: <c>annotations.csv</c> with one row for an object in a frame. Columns are file, object, frame (counted
/// from 0), cx, cy, w, h and note (pixels of the clip), and optionally floor (1 for the ground floor).
/// </summary>
internal static class AnnotationFile
{
    public const string Name = "annotations.csv";

    private const string Floor = "floor";
    private const int MostFrames = 10_000_000;
    private const int MostPixels = 16_384;
    private const int MostFloors = 201; // of 200 floors, and the roof

    private static readonly string[] s_columns = ["file", "object", "frame", "cx", "cy", "w", "h", "note"];

    /// <summary>The objects of each annotated clip by file name; none where the folder has no annotations.</summary>
    /// <exception cref="InvalidDataException">The file is malformed; names file, line and column.</exception>
    public static IReadOnlyDictionary<string, IReadOnlyList<TrueFall>> Read(string folder)
    {
        var path = Path.Combine(folder, Name);
        var rows = File.Exists(path) ? CsvLines.Read(path, s_columns) : [];
        return rows.GroupBy(row => row.Text("file"), StringComparer.Ordinal).ToDictionary(
            clip => clip.Key,
            clip => (IReadOnlyList<TrueFall>)[.. clip.GroupBy(row => row.Text("object"), StringComparer.Ordinal).Select(Object)],
            StringComparer.Ordinal);
    }

    private static TrueFall Object(IGrouping<string, CsvRow> rows)
    {
        var points = new SortedDictionary<int, TruePoint>();
        int? floor = null;
        foreach (var row in rows)
        {
            var point = new TruePoint(
                row.Whole("frame", 0, MostFrames),
                row.Number("cx", -MostPixels, MostPixels),
                row.Number("cy", -MostPixels, MostPixels),
                row.Number("w", 0, MostPixels),
                row.Number("h", 0, MostPixels));
            if (!points.TryAdd(point.Frame, point))
            {
                throw row.Fault("frame", $"{rows.Key} is in frame {point.Frame} already");
            }

            if (row.Find(Floor) is { Length: > 0 })
            {
                var told = row.Whole(Floor, 1, MostFloors);
                floor = floor is null || floor == told ? told : throw row.Fault(Floor, $"{rows.Key} came from floor {floor} by the rows before");
            }
        }

        return new TrueFall(rows.Key, [.. points.Values], IsMirror(rows.Key, rows.First()["note"]), floor);
    }

    private static bool IsMirror(string name, string note) =>
        name.StartsWith("reflection", StringComparison.OrdinalIgnoreCase) || note.Contains("mirror image", StringComparison.OrdinalIgnoreCase);
}
