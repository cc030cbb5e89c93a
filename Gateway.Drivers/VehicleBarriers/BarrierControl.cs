using System.Threading.Channels;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.VehicleBarriers;

/// <summary>
/// Runs one <see cref="BarrierMachine"/> on its lines, from orders, edges and deadlines alike, whatever happens to the device's loop in
/// between. Before each decision every input is read afresh, so that the arm never closes while an edge is still in a queue. Safe for
/// several threads.
/// </summary>
internal sealed class BarrierControl : IDisposable
{
    private const int Capacity = 1024;
    private static readonly TimeSpan DriveRetry = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan ReadRetry = TimeSpan.FromSeconds(1);

    /// <summary>While the arm lowers: an input whose bus has fallen silent sends no edge, only its level says that it is lost.</summary>
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(200);
    private readonly SemaphoreSlim _gate = new(1); // guards the machine, the relays, _watching and _closed
    private readonly Channel<BarrierReport> _reports = Channel.CreateBounded<BarrierReport>(new BoundedChannelOptions(Capacity) { SingleReader = true });
    private readonly IReadOnlyList<BarrierInput> _inputs;
    private readonly BarrierMachine _machine;
    private readonly BarrierRelays _relays;
    private readonly TimeSpan _pulse;
    private readonly TimeProvider _clock;
    private readonly ITimer _timer;
    private readonly long _origin;
    private bool _watching; // the device's loop takes the inputs' edges
    private bool _closed;
    private long _lost; // reports that found the queue full
    private volatile BarrierView _view; // written under _gate, read by anyone
    private TaskCompletionSource _stuck = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public BarrierControl(BarrierWiring wiring, BarrierSettings settings, TimeProvider clock)
    {
        (_inputs, _relays, _pulse) = (wiring.Inputs(), new BarrierRelays(wiring), settings.Pulse);
        (_clock, _origin) = (clock, clock.GetTimestamp());
        _machine = new BarrierMachine(settings, TimeSpan.Zero);
        _view = View();
        _timer = clock.CreateTimer(_ => _ = DueAsync(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Number of inputs, each to be listened to with <see cref="ListenAsync"/>.</summary>
    public int Inputs => _inputs.Count;

    /// <summary>What happened, in order. One reader. The arm never waits for it: what finds the queue full is counted and dropped.</summary>
    public ChannelReader<BarrierReport> Reports => _reports.Reader;

    /// <summary>Reports dropped because nobody took them.</summary>
    public long Lost => Interlocked.Read(ref _lost);

    /// <summary>The barrier as it was after the last decision.</summary>
    public BarrierView Now => _view;

    /// <summary>Fails when a relay could not be driven; driving goes on being tried.</summary>
    public Task Stuck => Volatile.Read(ref _stuck).Task;

    /// <summary>Gives the machine an order and drives the relays.</summary>
    /// <exception cref="DeviceFaultException">A relay could not be driven, or the barrier was stopped.</exception>
    public async ValueTask<BarrierAnswer> OrderAsync(Func<BarrierMachine, TimeSpan, BarrierAnswer> order, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_closed)
            {
                // Nobody would be left to watch the arm.
                throw new DeviceFaultException("The barrier is stopped: its arm stays where it is.");
            }

            Look();
            var answer = order(_machine, Elapsed());
            await SettleAsync();
            return answer;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>The device's loop begins, or ends, to take the inputs' edges. While nobody does the arm does not close.</summary>
    public async ValueTask WatchAsync(bool watching)
    {
        await _gate.WaitAsync(CancellationToken.None);
        try
        {
            _watching = watching;
            Look();
            await SettleAsync();
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Listens to one input until cancelled.</summary>
    /// <exception cref="DeviceFaultException">The input is lost, or a relay could not be driven.</exception>
    public async Task ListenAsync(int input, CancellationToken cancellationToken)
    {
        var (line, feed) = _inputs[input];
        while (true)
        {
            var (active, stamp) = await line.ReadEdgeAsync(cancellationToken);
            await OrderAsync(
                (machine, _) =>
                {
                    // The edge as well as the level: what came and went before anyone looked must still stop the arm.
                    feed(machine, active, _clock.GetElapsedTime(_origin, stamp));
                    Look();
                    return BarrierAnswer.Done;
                },
                cancellationToken);
        }
    }

    /// <summary>Stops (or raises) a lowering arm, lets go of every relay, and takes no order any more.</summary>
    /// <exception cref="DeviceFaultException">A relay could not be driven.</exception>
    public async ValueTask CloseAsync()
    {
        await _gate.WaitAsync(CancellationToken.None);
        try
        {
            if (_closed)
            {
                return;
            }

            _closed = true;
            var lowering = _machine.Position == BarrierPosition.Lowering;
            _machine.Close(Elapsed());
            if (lowering && _machine.Relays != RelayLevels.Released)
            {
                await _relays.DriveAsync(_machine.Relays);
                await Task.Delay(_pulse, _clock);
            }

            await _relays.DriveAsync(RelayLevels.Released);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _timer.Dispose();
        _gate.Dispose();
    }

    private async Task DueAsync()
    {
        try
        {
            await OrderAsync(static (machine, _) => BarrierAnswer.Done, CancellationToken.None);
        }
#pragma warning disable CA1031 // A timer's callback has nobody above it; a relay's failure is already told through Stuck and tried again.
        catch (Exception)
#pragma warning restore CA1031
        {
        }
    }

    /// <summary>Feeds every input's present level to the machine; where one cannot be read the machine is told that it is blind.</summary>
    private void Look()
    {
        var now = Elapsed();
        try
        {
            foreach (var (line, feed) in _inputs)
            {
                feed(_machine, line.IsActive, now);
            }

            _machine.Watched(_watching, now);
        }
        catch (DeviceFaultException)
        {
            _machine.Watched(watched: false, now);
        }
    }

    private async ValueTask SettleAsync()
    {
        _machine.Advance(Elapsed());
        Tell();
        try
        {
            await _relays.DriveAsync(_machine.Relays);
            if (Stuck.IsFaulted)
            {
                Volatile.Write(ref _stuck, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            }
        }
        catch (Exception error)
        {
            Volatile.Read(ref _stuck).TrySetException(new DeviceFaultException($"A relay of the barrier could not be driven: {error.Message}", error));
            throw;
        }
        finally
        {
            _timer.Change(UntilNext(), Timeout.InfiniteTimeSpan);
        }
    }

    private TimeSpan UntilNext()
    {
        if (!_relays.Stand(_machine.Relays))
        {
            return DriveRetry;
        }

        var rest = _machine.NextDeadline - Elapsed();
        if (_watching && _machine.Fault == BarrierFault.Blind)
        {
            rest = Due.Earliest(rest, ReadRetry);
        }

        if (_machine.Position == BarrierPosition.Lowering)
        {
            rest = Due.Earliest(rest, LookAgain);
        }

        // Rounded up: a timer that counts whole milliseconds must not fire just before the deadline and spin.
        return rest is not { } left ? Timeout.InfiniteTimeSpan : (left > TimeSpan.Zero ? left : TimeSpan.Zero) + TimeSpan.FromMilliseconds(1);
    }

    private void Tell()
    {
        var (before, now) = (_view, View());
        _view = now;
        var changes = _machine.TakeChanges();
        foreach (var change in changes)
        {
            Queue(new BarrierReport(change, _clock.GetUtcNow() - (Elapsed() - change.At), now));
        }

        if (changes.Count == 0 && before != now)
        {
            Queue(new BarrierReport(null, _clock.GetUtcNow(), now));
        }
    }

    private void Queue(BarrierReport report)
    {
        if (!_reports.Writer.TryWrite(report))
        {
            Interlocked.Increment(ref _lost);
        }
    }

    private BarrierView View() => new(_machine.Position, _machine.Mode, _machine.Fault);

    private TimeSpan Elapsed() => _clock.GetElapsedTime(_origin);
}
