using System.Collections.Concurrent;
using System.Threading.Channels;
using Gateway.Drivers.Buses.Video.Pictures;

namespace Gateway.Drivers.Buses.Video;

/// <summary>
/// Holds the newest frame of one camera. Buffers go round: one with the writer, one waiting, two with the reader; when the reader
/// keeps all of its, the writer overwrites its own. Nothing but the small frame handle is allocated once the buffers exist.
/// </summary>
internal sealed class FrameSlot
{
    private const int Buffers = 4;
    private readonly ConcurrentStack<Buffer> _free = new();
    private readonly Channel<Buffer> _newest;
    private readonly TimeProvider _clock;
    private long _dropped;

    public FrameSlot(int width, int height, TimeProvider clock, string? reference = null)
    {
        _clock = clock;
        Pictures = new PictureWatch(clock, reference);
        _newest = Channel.CreateBounded<Buffer>(
            new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true },
            Drop);
        for (var i = 1; i < Buffers; i++)
        {
            _free.Push(new Buffer(this, width, height));
        }

        Writing = new Buffer(this, width, height);
    }

    /// <summary>Frames that nobody read in time.</summary>
    public long Dropped => Interlocked.Read(ref _dropped);

    /// <summary>Whether the picture is sound.</summary>
    public PictureWatch Pictures { get; }

    /// <summary>The buffer being filled. Owned by the writer.</summary>
    public Buffer Writing { get; private set; }

    /// <summary>The writer's buffer is full: it becomes the newest frame. Called by the writer only.</summary>
    public void Publish(long number)
    {
        Writing.Number = number;
        Writing.CapturedAt = _clock.GetUtcNow();
        Pictures.Look(Writing.Image);
        if (!_free.TryPop(out var next))
        {
            Interlocked.Increment(ref _dropped);
            if (!_newest.Reader.TryRead(out next))
            {
                return;
            }
        }

        _newest.Writer.TryWrite(Writing);
        Writing = next;
    }

    public async ValueTask<VideoFrame> ReadAsync(CancellationToken cancellationToken)
    {
        var buffer = await _newest.Reader.ReadAsync(cancellationToken);
        return new VideoFrame(buffer.Image, buffer.Number, buffer.CapturedAt, buffer.GiveBack);
    }

    private void Drop(Buffer buffer)
    {
        Interlocked.Increment(ref _dropped);
        _free.Push(buffer);
    }

    internal sealed class Buffer
    {
        public Buffer(FrameSlot slot, int width, int height)
        {
            Image = new BgrImage(GC.AllocateUninitializedArray<byte>(width * height * 3, pinned: true), width, height);
            GiveBack = _ => slot._free.Push(this);
        }

        public BgrImage Image { get; }

        public Action<VideoFrame> GiveBack { get; }

        public long Number { get; set; }

        public DateTimeOffset CapturedAt { get; set; }
    }
}
