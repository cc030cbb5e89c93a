using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Buses.Video.Jpeg;
using Gateway.Edge.Perception.Png;

namespace Gateway.Edge.Perception.Plates.Evaluation;

/// <summary>Measures plate reading on labelled pictures with the product's own reader.</summary>
/// <param name="reader">The reader.</param>
/// <param name="progress">Told how far it got, and of each miss.</param>
/// <param name="missed">Told of each picture that was read wrong, or not at all (null); for pictures of misses.</param>
internal sealed class PlateEvaluation(PlateReader reader, TextWriter progress, Action<LabelledPlate, BgrImage, PlateReading?>? missed = null)
{
    /// <summary>Smaller pictures are plates that somebody has cut out already; no camera delivers so few pixels.</summary>
    private const int LargestCutWidth = 320, LargestCutHeight = 120;

    /// <summary>Reads the pictures.</summary>
    /// <exception cref="JpegException">A picture cannot be read.</exception>
    /// <exception cref="InvalidDataException">A PNG picture cannot be read.</exception>
    /// <exception cref="IOException">A picture is missing.</exception>
    public PlateReport Run(IReadOnlyList<LabelledPlate> plates)
    {
        var (misses, unread, done) = (new List<(string, string)>(), 0, 0);
        var busy = TimeSpan.Zero;
        foreach (var plate in plates)
        {
            var file = File.ReadAllBytes(plate.File);
            var image = PngPicture.Is(file) ? PngPicture.Decode(file) : JpegCodec.Decode(file);
            var before = Environment.CpuUsage.TotalTime;
            var reading = Read(image);
            busy += Environment.CpuUsage.TotalTime - before;
            if (reading?.Number != plate.Plate)
            {
                misses.Add((plate.Plate.Text, reading?.Number?.Text ?? ""));
                unread += reading?.Number is null ? 1 : 0;
                progress.WriteLine($"{Path.GetFileName(plate.File)}: {plate.Plate} read as {reading?.Number?.Text ?? "nothing"}");
                missed?.Invoke(plate, image, reading);
            }

            if (++done % 100 == 0)
            {
                progress.WriteLine($"{done} pictures read");
            }
        }

        return new PlateReport(
            plates.Count,
            plates.Count == 0 ? double.NaN : 1 - ((double)misses.Count / plates.Count),
            unread,
            plates.Count == 0 ? double.NaN : busy.TotalMilliseconds / plates.Count,
            PlateConfusion.Among(misses.Where(miss => miss.Item2.Length > 0)));
    }

    private PlateReading? Read(BgrImage image) => image is { Width: <= LargestCutWidth, Height: <= LargestCutHeight }
        ? reader.ReadCut(image)
        : reader.Read(image, null) is [var main, ..] ? main : null;
}
