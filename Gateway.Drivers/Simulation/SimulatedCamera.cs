using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Buses.Video.Pictures;
using Gateway.Drivers.Buses.Video.Recording;

namespace Gateway.Drivers.Simulation;

/// <summary>
/// A camera in software. While nothing happens it shows a frame now and then and costs next to nothing; what a scenario makes happen
/// before it is shown at 25 frames a second of the clock's time, however fast that runs. Commands are safe for several threads;
/// <see cref="RunAsync"/> runs once at a time.
/// </summary>
/// <param name="clock">All time.</param>
/// <param name="painter">What it looks at.</param>
/// <param name="pace">How often it shows a frame.</param>
internal abstract class SimulatedCamera(TimeProvider clock, ScenePainter painter, SimulatedPace pace) : ICameraSource
{
    /// <summary>A camera that is so many frames late leaves the others out.</summary>
    private const int MostLate = 8;

    private readonly Lock _gate = new(); // guards everything below it up to the painted frames
    private readonly List<SceneAct> _acts = [];
    private TaskCompletionSource _woken = NewSignal();
    private bool _covered;
    private bool _frozen;

    private byte[]? _last; // owned by RunAsync's flow: the picture that a frozen camera repeats

    /// <inheritdoc/>
    public IClipSource Clips => NoClips.Simulated;

    /// <inheritdoc/>
    public abstract PictureWatch Pictures { get; }

    /// <summary>The frame being painted.</summary>
    protected abstract SceneCanvas Canvas { get; }

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

    /// <summary>Something comes that its painter knows of: a frame is shown at once.</summary>
    public void Wake() => Change(static () => { });

    /// <summary>Covers the lens, or uncovers it.</summary>
    public void Cover(bool covered = true) => Change(() => _covered = covered);

    /// <summary>Freezes the picture while the stream goes on, or lets it live again.</summary>
    public void Freeze(bool frozen = true) => Change(() => _frozen = frozen);

    /// <inheritdoc/>
    public async Task RunAsync(Func<VideoStatus, ValueTask> report, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(report);
        await report(VideoStatus.Online);
        var began = clock.Monotonic();
        var (shown, next) = (began, began);
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            shown = next;
            var (busy, woken) = Show(shown, shown - began);
            next = shown + (busy || shown - began < pace.First ? pace.Busy : pace.Idle);
            if (next - clock.Monotonic() is var rest && rest > TimeSpan.Zero)
            {
                await RestAsync(rest, busy ? null : woken, cancellationToken);
            }

            // Woken before its time, or too late to catch up.
            var now = clock.Monotonic();
            next = now < next || now - next > MostLate * pace.Busy ? now : next;
        }
    }

    /// <summary>The frame is painted.</summary>
    /// <param name="time">Since the camera started.</param>
    protected abstract void Publish(TimeSpan time);

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Begin(SceneAct act) => Change(() => _acts.Add(act with { Began = clock.Monotonic() + pace.Before }));

    private void Change(Action change)
    {
        lock (_gate)
        {
            change();
            _woken.TrySetResult();
        }
    }

    /// <summary>Paints and publishes a frame; tells whether more is to come at once, and what ends the rest after it.</summary>
    private (bool Busy, Task Woken) Show(TimeSpan now, TimeSpan time)
    {
        SceneAct[] acts;
        bool covered;
        bool frozen;
        bool busy;
        Task woken;
        lock (_gate)
        {
            _acts.RemoveAll(act => now - act.Began > act.Lasts + pace.After);
            busy = _acts.Count > 0 || painter.IsBusy;
            (acts, covered, frozen) = ([.. _acts.Where(act => now - act.Began <= act.Lasts)], _covered, _frozen);
            if (_woken.Task.IsCompleted)
            {
                _woken = NewSignal();
            }

            woken = _woken.Task;
        }

        var canvas = Canvas;
        if (frozen && _last is not null)
        {
            _last.CopyTo(canvas.Pixels);
        }
        else
        {
            painter.Paint(canvas, acts, now, covered);
            _last = frozen ? canvas.Pixels.ToArray() : null;
        }

        Publish(time);
        return (busy, woken);
    }

    /// <summary>Waits for a time, or for what wakes the camera before.</summary>
    private async Task RestAsync(TimeSpan time, Task? woken, CancellationToken cancellationToken)
    {
        using var rest = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var delay = Task.Delay(time, clock, rest.Token);
        await (woken is null ? delay : Task.WhenAny(delay, woken));
        await rest.CancelAsync();
    }
}
