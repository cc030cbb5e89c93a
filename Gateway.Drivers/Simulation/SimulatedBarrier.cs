namespace Gateway.Drivers.Simulation;

/// <summary>
/// A barrier in software: an arm that takes 1.5 s for its way, the loops and the beam under it, limit switches where there are any, and
/// vehicles that come when told. A vehicle enters when the arm is up and a raise was meant for it; one that tailgates does not wait for
/// that. Safe for several threads.
/// </summary>
internal sealed class SimulatedBarrier : IDisposable
{
    /// <summary>The arm's whole way.</summary>
    public static readonly TimeSpan Way = TimeSpan.FromSeconds(1.5);

    private readonly Lock _gate = new(); // guards everything below it
    private readonly TimeProvider _clock;
    private readonly ITimer _arrival;
    private readonly SimulatedTraffic _traffic;
    private double _height; // 0 down .. 1 up, at _since
    private long _since;
    private int _direction;

    public SimulatedBarrier(TimeProvider clock)
    {
        (_clock, _since) = (clock, clock.GetTimestamp());
        _arrival = clock.CreateTimer(_ => Arrive(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _traffic = new SimulatedTraffic(this, clock);
    }

    /// <summary>The arm moves only while its relay is pulled.</summary>
    public bool Held { get; init; }

    public IReadOnlyList<SimulatedInput> Loops { get; init; } = [];

    public SimulatedInput? Beam { get; init; }

    public SimulatedInput? IsUp { get; init; }

    public SimulatedInput? IsDown { get; init; }

    public SimulatedInput? Fire { get; init; }

    /// <summary>Active while a vehicle waits before the arm.</summary>
    public SimulatedInput? Approach { get; init; }

    /// <summary>The vehicles.</summary>
    public SimulatedTraffic Traffic => _traffic;

    /// <summary>How often the arm came down on something in the beam. Must stay 0.</summary>
    public int Struck { get; private set; }

    /// <summary>Something blocks the arm: it does not move any more.</summary>
    public bool Jammed { get; set; }

    /// <summary>How high the arm is, 0 down to 1 up.</summary>
    public double Height
    {
        get
        {
            lock (_gate)
            {
                return HeightNow();
            }
        }
    }

    /// <summary>Connects the relays; the arm is down.</summary>
    public SimulatedBarrier Connect(SimulatedOutput up, SimulatedOutput down, SimulatedOutput? stop)
    {
        IsDown?.Set(true);
        up.Driven = pulled => Relay(1, pulled);
        down.Driven = pulled => Relay(-1, pulled);
        if (stop is not null)
        {
            stop.Driven = pulled => Relay(0, pulled);
        }

        return this;
    }

    /// <summary>Something under the arm, or nothing any more: all loops, then the beam.</summary>
    public void Occupy(bool loops, bool beam)
    {
        foreach (var loop in Loops)
        {
            loop.Set(loops);
        }

        Beam?.Set(beam);
        lock (_gate)
        {
            Struck += beam && _direction < 0 && HeightNow() < 0.2 ? 1 : 0;
        }
    }

    /// <summary>Somebody lifts the arm by hand.</summary>
    public void Lift() => Move(1);

    /// <inheritdoc/>
    public void Dispose()
    {
        _arrival.Dispose();
        _traffic.Dispose();
    }

    private void Relay(int direction, bool pulled)
    {
        if (pulled)
        {
            Move(direction);
            if (direction > 0)
            {
                _traffic.Admit();
            }
        }
        else if (Held && direction != 0)
        {
            Move(0);
        }
    }

    private void Move(int direction)
    {
        lock (_gate)
        {
            (_height, _since, _direction) = (HeightNow(), _clock.GetTimestamp(), Jammed ? 0 : direction);
            var rest = _direction > 0 ? 1 - _height : _height;
            _arrival.Change(_direction == 0 ? Timeout.InfiniteTimeSpan : Way * rest, Timeout.InfiniteTimeSpan);
            if (_direction > 0 && rest > 0)
            {
                IsDown?.Set(false);
            }
            else if (_direction < 0 && rest > 0)
            {
                IsUp?.Set(false);
            }
        }
    }

    private void Arrive()
    {
        bool up;
        lock (_gate)
        {
            if (_direction == 0)
            {
                return;
            }

            up = _direction > 0;
            Struck += !up && Beam is { IsActive: true } ? 1 : 0;
            (_height, _since, _direction) = (up ? 1 : 0, _clock.GetTimestamp(), 0);
            (up ? IsUp : IsDown)?.Set(true);
        }

        if (up)
        {
            _traffic.Go();
        }
    }

    private double HeightNow() => Math.Clamp(_height + (_direction * (_clock.GetElapsedTime(_since) / Way)), 0, 1);
}
