using System.Globalization;

namespace Gateway.Drivers.Buses.Video;

/// <summary>Raw BGR frames of exactly the settings' size and at most their rate, into a slot. Owned by the pumps, which never overlap.</summary>
internal sealed class ColourSink(VideoSettings settings, FrameSlot slot) : IFrameSink
{
    private long _number;

    /// <inheritdoc/>
    public IReadOnlyList<string> Output { get; } =
        ["-map", "0:v:0", "-vf", FilterOf(settings), "-fps_mode", "passthrough", "-pix_fmt", "bgr24", "-f", "rawvideo", "pipe:1"];

    /// <inheritdoc/>
    public long Dropped => slot.Dropped;

    /// <inheritdoc/>
    public VideoStatus? Measured => null;

    /// <summary>At most one frame in each 1/fps of the stream's own time: the average is exact and no frame repeats.</summary>
    internal static string ThinnedTo(int rate) =>
        string.Create(CultureInfo.InvariantCulture, $"select='1-eq(floor(t*{rate}),floor(prev_selected_t*{rate}))',");

    /// <summary>The region of interest; empty for all of the picture.</summary>
    internal static string CutTo(FrameRegion region) => region == FrameRegion.Whole
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $"crop=iw*{region.Width}:ih*{region.Height}:iw*{region.X}:ih*{region.Y},");

    /// <inheritdoc/>
    public IFrameReader Begin(Stream pipe) => new Reader(this, pipe);

    /// <summary>
    /// Thinned out, cut, then scaled with bars to the exact size: faces keep their proportions. Padded as BGR, where odd sizes need no rounding.
    /// </summary>
    private static string FilterOf(VideoSettings settings)
    {
        var (width, height) = (settings.Width, settings.Height);
        return ThinnedTo(settings.FramesPerSecond) + CutTo(settings.Region)
            + string.Create(CultureInfo.InvariantCulture, $"scale={width}:{height}:force_original_aspect_ratio=decrease:flags=bilinear,format=bgr24,")
            + string.Create(CultureInfo.InvariantCulture, $"pad={width}:{height}:(ow-iw)/2:(oh-ih)/2");
    }

    private FrameSlot Slot => slot;

    private void Publish() => slot.Publish(++_number);

    private sealed class Reader(ColourSink sink, Stream pipe) : IFrameReader
    {
        /// <inheritdoc/>
        public int PartialBytes { get; private set; }

        /// <inheritdoc/>
        public VideoStatus? Refusal => null;

        /// <inheritdoc/>
        public bool Next()
        {
            var image = sink.Slot.Writing.Image;
            var read = pipe.ReadAtLeast(image.Pixels.AsSpan(0, image.ByteCount), image.ByteCount, throwOnEndOfStream: false);
            if (read < image.ByteCount)
            {
                PartialBytes = read;
                return false;
            }

            sink.Publish();
            return true;
        }
    }
}
