using System.Globalization;
using Gateway.Drivers.Buses.Video.Jpeg;

namespace Gateway.Edge.Perception.Plates.Synthetic;

/// <summary>Writes synthetic pictures with their labels as plate evaluations read them.</summary>
internal static class PlateFolder
{
    /// <summary>The file with what is true about the folder's pictures.</summary>
    public const string Labels = "labels.csv";

    private const string Header = "file,plate,kind,condition,quad";

    /// <summary>The effects include the camera's own compression; this one must not add to it.</summary>
    private const int Quality = 96;

    /// <summary>Writes them all; returns how many. Labels of an earlier run are replaced.</summary>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public static async Task<int> WriteAsync(string folder, IEnumerable<SyntheticPlate> plates, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        List<string> lines = [Header];
        foreach (var plate in plates)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var file = string.Create(CultureInfo.InvariantCulture, $"{Name(plate.Condition)}-{lines.Count:00000}.jpg");
            await File.WriteAllBytesAsync(Path.Combine(folder, file), JpegCodec.Encode(plate.Image, Quality), cancellationToken);
            var q = plate.Quad;
            lines.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"{file},{plate.Plate},{Name(plate.Make)},{Name(plate.Condition)},{q.A.X:0.0} {q.A.Y:0.0} {q.B.X:0.0} {q.B.Y:0.0} {q.C.X:0.0} {q.C.Y:0.0} {q.D.X:0.0} {q.D.Y:0.0}"));
        }

        await File.WriteAllLinesAsync(Path.Combine(folder, Labels), lines, cancellationToken);
        return lines.Count - 1;
    }

    /// <summary>A word of files and tables: <c>HongKong</c> is <c>hong-kong</c>.</summary>
    public static string Name<T>(T value)
        where T : struct, Enum =>
        string.Concat(value.ToString().Select((letter, at) => char.IsUpper(letter) && at > 0 ? $"-{char.ToLowerInvariant(letter)}" : char.ToLowerInvariant(letter).ToString()));
}
