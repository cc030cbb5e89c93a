using System.Threading.Channels;
using Gateway.Drivers.Buses.Gpio;

namespace Gateway.Drivers.Simulation;

/// <summary>
/// A door with its relay and contact, and the people who use it. When nobody takes the contact's edges the door stays as it is:
/// no edge is lost. Safe for several threads.
/// </summary>
internal sealed class SimulatedDoor : IDigitalOutput, IDigitalInput, IDisposable
{
    private const int Capacity = 256;
    private readonly Lock _gate = new(); // guards everything below it
    private readonly Channel<DigitalEdge> _edges = Channel.CreateBounded<DigitalEdge>(
        new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.Wait, SingleReader = true });
    private readonly SimulationSettings _settings;
    private readonly TimeProvider _clock;
    private readonly Random _random;
    private readonly ITimer _person;
    private readonly ITimer _intruder;
    private bool _open;
    private bool _released;
    private bool _approaching;

    public SimulatedDoor(SimulationSettings settings, TimeProvider clock, Random random)
    {
        (_settings, _clock, _random) = (settings, clock, random);
        _person = clock.CreateTimer(_ => PersonActs(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        var half = settings.ForcedOpenEvery is { } every ? every / 2 : Timeout.InfiniteTimeSpan;
        _intruder = clock.CreateTimer(_ => Move(!IsActive), null, half, half);
    }

    /// <inheritdoc/>
    public bool IsActive
    {
        get
        {
            lock (_gate)
            {
                return _open;
            }
        }
    }

    /// <summary>The relay's level.</summary>
    public bool Released
    {
        get
        {
            lock (_gate)
            {
                return _released;
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask SetAsync(bool active, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var pulled = active && !_released;
            _released = active;
            if (pulled && !_open && !_approaching && _random.NextDouble() >= _settings.UnusedShare)
            {
                _approaching = true;
                _person.Change(Around(_settings.OpensAfter), Timeout.InfiniteTimeSpan);
            }
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<DigitalEdge> ReadEdgeAsync(CancellationToken cancellationToken) => _edges.Reader.ReadAsync(cancellationToken);

    /// <summary>Somebody opens the door, released or not, and leaves it open.</summary>
    public void ForceOpen() => Move(open: true);

    /// <summary>The door falls shut.</summary>
    public void Close() => Move(open: false);

    /// <inheritdoc/>
    public void Dispose()
    {
        _person.Dispose();
        _intruder.Dispose();
    }

    private void PersonActs()
    {
        lock (_gate)
        {
            if (!_approaching)
            {
                Move(open: false);
                return;
            }

            _approaching = false;
            Move(open: true);
            var stays = _random.NextDouble() < _settings.HeldOpenShare ? _settings.HeldOpenFor : Around(_settings.StaysOpen);
            _person.Change(stays, Timeout.InfiniteTimeSpan);
        }
    }

    private void Move(bool open)
    {
        lock (_gate)
        {
            if (open != _open && _edges.Writer.TryWrite(new DigitalEdge(open, _clock.GetTimestamp())))
            {
                _open = open;
            }
        }
    }

    private TimeSpan Around(TimeSpan mean) => mean * (0.5 + _random.NextDouble());
}
