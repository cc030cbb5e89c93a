using System.Globalization;
using Gateway.Drivers.Buses.Video.Jpeg;
using Gateway.Drivers.Devices;

namespace Gateway.Edge.Perception.FallingObjects.Evaluation;

/// <summary>
/// A picture for each hit, miss and false alarm: the middle frame of the track, in it the told points (red), the path that was fitted to
/// them (yellow), and the truth (green boxes). The clip, the verdict and the frames are in the file's name.
/// </summary>
internal static class EvaluationPictures
{
    /// <summary>Reads the clips once more and writes the pictures.</summary>
    /// <param name="results">What came of the clips.</param>
    /// <param name="folder">Where to write; made where it is missing.</param>
    /// <param name="progress">Told of clips that cannot be read any more.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static async Task WriteAsync(IReadOnlyList<ClipResult> results, string folder, TextWriter progress, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var number = 0;
        foreach (var result in results)
        {
            var due = result.Outcomes.Select(outcome => (Frame: FrameOf(outcome), Outcome: outcome, Path: Path.Combine(folder, NameOf(result, outcome, ++number))))
                .ToLookup(picture => picture.Frame);
            try
            {
                await WriteAsync(result, due, cancellationToken);
            }
            catch (Exception error) when (error is DeviceFaultException or InvalidDataException)
            {
                await progress.WriteLineAsync($"No more pictures of {result.Clip.Name}: {error.Message}");
            }
        }
    }

    private static async Task WriteAsync(ClipResult result, ILookup<int, (int Frame, FallOutcome Outcome, string Path)> due, CancellationToken cancellationToken)
    {
        if (due.Count == 0)
        {
            return;
        }

        var last = due.Max(pictures => pictures.Key);
        await using var frames = await result.Clip.OpenAsync(cancellationToken);
        for (var frame = 0; frame <= last && await frames.NextAsync(cancellationToken); frame++)
        {
            foreach (var (_, outcome, path) in due[frame])
            {
                var sketch = OutcomeSketch.Of(frames, outcome);
                await File.WriteAllBytesAsync(path, JpegCodec.Encode(sketch), cancellationToken);
            }
        }
    }

    /// <summary>The frame in the middle of what is shown.</summary>
    private static int FrameOf(FallOutcome outcome) => outcome.Told is { } told
        ? told.Frames[told.Frames.Count / 2]
        : (outcome.Truth!.First + outcome.Truth.Last) / 2;

    private static string NameOf(ClipResult result, FallOutcome outcome, int number)
    {
        var line = EventReport.Of(result, outcome);
        var stem = string.Concat(Path.GetFileNameWithoutExtension(result.Clip.Name).Select(one => char.IsLetterOrDigit(one) || one is '-' or '_' ? one : '_'));
        var named = line.Object is { } name ? "-" + string.Concat(name.Where(char.IsLetterOrDigit)) : "";
        return string.Create(CultureInfo.InvariantCulture, $"{number:0000}-{stem}-{line.Verdict}{named}-frames-{line.From}-{line.To}.jpg");
    }
}
