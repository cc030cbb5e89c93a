using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Gateway.Edge.Perception.FallingObjects.Synthetic;

/// <summary>Writes synthetic clips as video files with their truth beside them, for trainings and for cameras that replay files.</summary>
internal static class SyntheticVideo
{
    /// <summary>The file with what is true about all clips of a folder.</summary>
    public const string Annotations = "annotations.csv";

    private const string Header = "file,object,frame,cx,cy,w,h,note";

    /// <summary>Writes one clip as H.264 at its nominal rate, through an FFmpeg of our own, and its truth into the folder's annotations.</summary>
    /// <exception cref="IOException">FFmpeg is missing or fails, or the file cannot be written; the message says why.</exception>
    public static async Task WriteAsync(SyntheticClip clip, string path, CancellationToken cancellationToken)
    {
        using var ffmpeg = Start(clip, path);
        var said = ffmpeg.StandardError.ReadToEndAsync(cancellationToken);
        try
        {
            await PipeAsync(clip, ffmpeg.StandardInput.BaseStream, cancellationToken);
            await ffmpeg.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            ffmpeg.Kill();
            throw;
        }

        if (ffmpeg.ExitCode != 0)
        {
            throw new IOException($"FFmpeg could not write {path}: {(await said).Trim()}");
        }

        await AnnotateAsync(clip, path, cancellationToken);
    }

    /// <summary>The rows of one clip, as evaluations read them.</summary>
    public static IEnumerable<string> Rows(SyntheticClip clip, string file) =>
        from fall in clip.Truth.Index()
        from point in fall.Item.Path
        select string.Create(
            CultureInfo.InvariantCulture,
            $"{file},fall{fall.Index + 1},{point.Frame},{point.X:0.#},{point.Y:0.#},{point.Width:0.#},{point.Height:0.#},{Note(fall.Item)}");

    private static string Note(SyntheticFall fall) => string.Create(
        CultureInfo.InvariantCulture,
        $"synthetic: floor {fall.Floor} column {fall.Column} {(fall.Thrown ? "thrown" : "dropped")} size {fall.Size:0.0} px");

    private static Process Start(SyntheticClip clip, string path)
    {
        string[] arguments =
        [
            "-v", "error", "-y", "-f", "rawvideo", "-pix_fmt", "gray", "-s", $"{clip.Width}x{clip.Height}",
            "-r", clip.FramesPerSecond.ToString(CultureInfo.InvariantCulture), "-i", "pipe:0",
            "-c:v", "libx264", "-preset", "fast", "-crf", "18", "-pix_fmt", "yuv420p", path,
        ];
        try
        {
            return Process.Start(new ProcessStartInfo("ffmpeg", arguments) { RedirectStandardInput = true, RedirectStandardError = true })!;
        }
        catch (Win32Exception missing)
        {
            throw new IOException("FFmpeg could not be started; install it (apt install ffmpeg).", missing);
        }
    }

    private static async Task PipeAsync(SyntheticClip clip, Stream pipe, CancellationToken cancellationToken)
    {
        var frame = new byte[clip.Width * clip.Height];
        try
        {
            for (var i = 0; i < clip.FrameCount; i++)
            {
                clip.Render(i, frame);
                await pipe.WriteAsync(frame, cancellationToken);
            }

            pipe.Close();
        }
        catch (IOException)
        {
            // FFmpeg has ended early; its exit code and words tell why.
        }
    }

    /// <summary>Replaces the rows of this file and keeps those of others.</summary>
    private static async Task AnnotateAsync(SyntheticClip clip, string path, CancellationToken cancellationToken)
    {
        var file = Path.GetFileName(path);
        var table = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, Annotations);
        var others = File.Exists(table)
            ? (await File.ReadAllLinesAsync(table, cancellationToken)).Skip(1).Where(line => !line.StartsWith(file + ",", StringComparison.Ordinal))
            : [];
        await File.WriteAllLinesAsync(table, [Header, .. others, .. Rows(clip, file)], cancellationToken);
    }
}
