using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Buses.Video.Pictures;
using Gateway.Drivers.Buses.Video.Recording;

namespace Gateway.Drivers.Simulation;

/// <summary>
/// A camera in software. While nothing happens it shows one frame in two seconds and costs next to nothing; what a scenario makes happen
/// before it is shown at 25 frames a second. Commands are safe for several threads; <see cref="RunAsync"/> runs once at a time.
/// </summary>
/// <param name="settings">Size of its frames.</param>
/// <param name="clock">All time.</param>
/// <param name="painter">What it looks at.</param>
internal sealed class SimulatedCamera(VideoSettings settings, TimeProvider clock, ScenePainter painter) : ICameraFeed
{
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Frame = TimeSpan.FromMilliseconds(40);

    private readonly FrameSlot _slot = new(settings.Width, settings.Height, clock, settings.Reference);
    private readonly Lock _gate = new(); // guards everything below it
    private readonly List<SceneAct> _acts = [];
    private TaskCompletionSource _woken = NewSignal();
    private bool _covered;
    private bool _frozen;
    private long _number; // owned by RunAsync's flow

    /// <inheritdoc/>
    public long Dropped => _slot.Dropped;

    /// <inheritdoc/>
    public IClipSource Clips => NoClips.Simulated;

    /// <inheritdoc/>
    public PictureWatch Pictures => _slot.Pictures;

    /// <inheritdoc/>
    public ValueTask<VideoFrame> ReadAsync(CancellationToken cancellationToken) => _slot.ReadAsync(cancellationToken);

    /// <summary>Something falls from a floor; nothing happens before a camera that watches no facade.</summary>
    /// <param name="floor">1 for the ground floor.</param>
    /// <param name="x">Where, as a fraction of the picture's width.</param>
    public void Fall(int floor, double x)
    {
        if (painter.Fall(floor, x) is { } fall)
        {
            Begin(fall);
        }
    }

    /// <summary>Somebody stands before the camera for a while.</summary>
    /// <param name="picture">How they look; kept until they are gone.</param>
    /// <param name="stays">For so long.</param>
    public void Person(BgrImage picture, TimeSpan stays) => Begin(new SceneAct.Standing(picture, stays));

    /// <summary>Covers the lens, or uncovers it.</summary>
    public void Cover(bool covered = true) => Change(() => _covered = covered);

    /// <summary>Freezes the picture while the stream goes on, or lets it live again.</summary>
    public void Freeze(bool frozen = true) => Change(() => _frozen = frozen);

    /// <inheritdoc/>
    public async Task RunAsync(Func<VideoStatus, ValueTask> report, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(report);
        await report(VideoStatus.Online);
        BgrImage? last = null;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (busy, woken) = Show(ref last);
            await RestAsync(busy ? Frame : Idle, woken, busy, cancellationToken);
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Begin(SceneAct act) => Change(() => _acts.Add(act with { Began = clock.Monotonic() }));

    private void Change(Action change)
    {
        lock (_gate)
        {
            change();
            _woken.TrySetResult();
        }
    }

    /// <summary>Paints and publishes a frame; tells whether more is to come at once, and what ends the rest after it.</summary>
    private (bool Busy, Task Woken) Show(ref BgrImage? last)
    {
        SceneAct[] acts;
        bool covered;
        bool frozen;
        Task woken;
        var now = clock.Monotonic();
        lock (_gate)
        {
            _acts.RemoveAll(act => now - act.Began > act.Lasts);
            (acts, covered, frozen) = ([.. _acts], _covered, _frozen);
            if (_woken.Task.IsCompleted)
            {
                _woken = NewSignal();
            }

            woken = _woken.Task;
        }

        var image = _slot.Writing.Image;
        if (frozen && last is not null)
        {
            last.Span.CopyTo(image.Pixels);
        }
        else
        {
            painter.Paint(image, acts, now, covered);
            last = frozen ? new BgrImage(image.Span.ToArray(), image.Width, image.Height) : null;
        }

        _slot.Publish(++_number);
        return (acts.Length > 0, woken);
    }

    private async Task RestAsync(TimeSpan time, Task woken, bool busy, CancellationToken cancellationToken)
    {
        using var rest = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var delay = Task.Delay(time, clock, rest.Token);
        await (busy ? delay : Task.WhenAny(delay, woken));
        await rest.CancelAsync();
    }
}
