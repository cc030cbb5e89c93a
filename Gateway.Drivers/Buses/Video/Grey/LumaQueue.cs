using System.Threading.Channels;
using Gateway.Drivers.Buses.Video.Pictures;

namespace Gateway.Drivers.Buses.Video.Grey;

/// <summary>
/// The latest grey frames of one camera, oldest first. Buffers go round: one with the writer, one or more with the reader, the others wait; the
/// oldest that waits is dropped for a newer one. Nothing but the small frame handle is allocated once the buffers exist.
/// </summary>
internal sealed class LumaQueue
{
    /// <summary>What a camera's buffers may take: six frames of 1920 x 1080.</summary>
    private const int MostBytes = 12_500_000;

    private readonly Lock _gate = new(); // guards _free
    private readonly Stack<LumaBuffer> _free = new();
    private readonly Channel<LumaBuffer> _waiting;
    private readonly TimeProvider _clock;
    private LumaBuffer? _before; // owned by the writer: what the next frame is compared with
    private long _dropped;

    public LumaQueue(int width, int height, TimeProvider clock, string? reference = null)
    {
        (Width, Height, _clock) = (width, height, clock);
        Pictures = new PictureWatch(clock, reference);
        Buffers = Math.Clamp(MostBytes / (width * height), 4, 12);
        _waiting = Channel.CreateBounded<LumaBuffer>(new BoundedChannelOptions(Buffers - 2) { FullMode = BoundedChannelFullMode.DropOldest }, Drop);
        for (var i = 1; i < Buffers; i++)
        {
            _free.Push(new LumaBuffer(width * height, GiveBack));
        }

        Writing = new LumaBuffer(width * height, GiveBack);
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>How many there are in all, 4..12.</summary>
    public int Buffers { get; }

    /// <summary>Frames that nobody read in time.</summary>
    public long Dropped => Interlocked.Read(ref _dropped);

    /// <summary>Whether the picture is sound.</summary>
    public PictureWatch Pictures { get; }

    /// <summary>The buffer being filled. Owned by the writer.</summary>
    public LumaBuffer Writing { get; private set; }

    /// <summary>The writer's buffer is full: it waits to be read. Called by the writer only; tells whether it is the very same picture as the one before.</summary>
    /// <param name="number">Of the frame.</param>
    /// <param name="time">The stream's.</param>
    /// <param name="step">How much later than the frame before; zero where it is not later.</param>
    public bool Publish(long number, TimeSpan time, TimeSpan step)
    {
        var full = Writing;
        Pictures.Look(full.Pixels, Width, Height);
        var repeats = _before is not null && full.Pixels.AsSpan().SequenceEqual(_before.Pixels);
        if (Take() is not { } next)
        {
            Interlocked.Increment(ref _dropped);
            return repeats;
        }

        full.Facts = (number, time, _clock.GetUtcNow(), repeats || (step <= TimeSpan.Zero && _before is not null));
        full.Hold(2); // whoever reads it, and the comparison with the next
        var before = _before;
        (_before, Writing) = (full, next);
        _waiting.Writer.TryWrite(full);
        if (before is not null)
        {
            GiveBack(before);
        }

        return repeats;
    }

    public async ValueTask<LumaFrame> ReadAsync(CancellationToken cancellationToken)
    {
        var buffer = await _waiting.Reader.ReadAsync(cancellationToken);
        var (number, time, at, repeats) = buffer.Facts;
        return new LumaFrame(buffer.Pixels, Width, Height, number, time, at, buffer.GiveBack) { Repeats = repeats };
    }

    /// <summary>A free buffer, if need be one of those that wait; null where the reader keeps them all.</summary>
    private LumaBuffer? Take()
    {
        while (true)
        {
            lock (_gate)
            {
                if (_free.TryPop(out var free))
                {
                    return free;
                }
            }

            if (!_waiting.Reader.TryRead(out var oldest))
            {
                return null;
            }

            Drop(oldest);
        }
    }

    private void Drop(LumaBuffer buffer)
    {
        Interlocked.Increment(ref _dropped);
        GiveBack(buffer);
    }

    private void GiveBack(LumaBuffer buffer)
    {
        if (buffer.Release())
        {
            lock (_gate)
            {
                _free.Push(buffer);
            }
        }
    }
}
