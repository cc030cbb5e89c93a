using System.Globalization;
using Gateway.Drivers.Buses.Video.Recording;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Buses.Video.Grey;

/// <summary>
/// Grey frames with their times, into a queue, each child's times from zero. The camera is expected to send the size that the settings say: one
/// that sends another is told of, and its pictures are stretched to it. Pumps never overlap; what they own needs no lock.
/// </summary>
internal sealed class LumaSink(VideoSettings settings, AnalysisScale scale, LumaQueue queue, TimeProvider clock) : IFrameSink
{
    /// <summary>With fewer frames a second a fall is a handful of pictures.</summary>
    private const double LeastRate = 10;

    /// <summary>A rate is a rate once it was measured over so long.</summary>
    private static readonly TimeSpan Measurable = TimeSpan.FromSeconds(8);

    private readonly FrameTiming _timing = new();
    private long _number;
    private bool _stretched; // the next child is to be
    private volatile VideoStatus? _otherSize;

    /// <inheritdoc/>
    public IReadOnlyList<string> Output => LumaOutput.Arguments(
        (settings.FramesPerSecond < VideoSettings.EveryFrame ? ColourSink.ThinnedTo(settings.FramesPerSecond) : "") + ColourSink.CutTo(settings.Region),
        IsStretched ? LumaOutput.SizeOf(queue.Width, queue.Height) : LumaOutput.SizeOf(scale));

    /// <inheritdoc/>
    public long Dropped => queue.Dropped;

    /// <inheritdoc/>
    public VideoStatus? Measured
    {
        get
        {
            var timing = _timing.Report();
            var status = _otherSize ?? VideoStatus.Online;
            if (timing.Over >= Measurable && timing.Rate < LeastRate)
            {
                var rate = timing.Rate.ToString("0.0", CultureInfo.InvariantCulture);
                status = new VideoStatus(DeviceState.Degraded, "camera-slow", new(
                    $"摄像机每秒只有 {rate} 帧，看不清坠落过程：请在摄像机中把帧率设为 15 至 30",
                    $"The camera sends only {rate} frames a second, too few to follow a fall: set its frame rate to 15 to 30"), status.Details);
            }

            var details = new Dictionary<string, string>(status.Details, StringComparer.Ordinal)
            {
                ["analysed"] = $"{queue.Width} x {queue.Height}",
                ["dropped"] = Dropped.ToString(CultureInfo.InvariantCulture),
            };
            if (timing.Rate > 0)
            {
                details["timing"] = timing.ToString();
            }

            return status with { Details = details };
        }
    }

    private byte[] Writing => queue.Writing.Pixels;

    /// <summary>Where a region is cut out, nobody knows beforehand how it is rounded.</summary>
    private bool IsStretched => _stretched || settings.Region != FrameRegion.Whole;

    /// <inheritdoc/>
    public IFrameReader Begin(Stream pipe)
    {
        _timing.Begin();
        if (!_stretched)
        {
            _otherSize = null;
        }

        // Next time the camera may send the right size.
        _stretched = false;
        return new Reader(this, new NutReader(pipe));
    }

    private VideoStatus? Refuse(int width, int height)
    {
        if ((width, height) == (queue.Width, queue.Height))
        {
            return null;
        }

        var times = scale == AnalysisScale.Half ? 2 : 1;
        var (sent, said) = ($"{width * times} x {height * times}", $"{settings.Width} x {settings.Height}");
        _stretched = true;
        return _otherSize = new VideoStatus(
            DeviceState.Degraded,
            "camera-other-size",
            new(
                $"摄像机画面为 {sent}，硬件文件写的是 {said}：请修改 width 和 height；目前按缩放后的画面分析",
                $"The camera sends {sent}, the hardware file says {said}: correct width and height; until then its pictures are stretched"),
            new Dictionary<string, string>(StringComparer.Ordinal));
    }

    private void Publish(TimeSpan said, StreamClock times)
    {
        var step = times.Take(said, clock.Monotonic());
        var repeats = queue.Publish(++_number, times.Time, step);

        // The first frames of a connection often have no time yet.
        if (times.Time > TimeSpan.Zero)
        {
            _timing.Add(step, repeats);
        }
    }

    private sealed class Reader(LumaSink sink, NutReader nut) : IFrameReader
    {
        private readonly StreamClock _times = new();
        private bool _open;

        /// <inheritdoc/>
        public int PartialBytes { get; private set; }

        /// <inheritdoc/>
        public VideoStatus? Refusal { get; private set; }

        /// <inheritdoc/>
        public bool Next()
        {
            try
            {
                return IsOpen() && Read();
            }
            catch (EndOfStreamException)
            {
                PartialBytes = _open ? nut.PartialBytes : 0;
                return false;
            }
        }

        private bool IsOpen()
        {
            if (!_open && nut.Open())
            {
                Refusal = sink.Refuse(nut.Width, nut.Height);
                _open = true;
            }

            return _open && Refusal is null;
        }

        private bool Read()
        {
            if (!nut.Next(sink.Writing, out var said))
            {
                return false;
            }

            sink.Publish(said, _times);
            return true;
        }
    }
}
