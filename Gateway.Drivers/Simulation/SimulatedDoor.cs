using Gateway.Drivers.Buses.Gpio;

namespace Gateway.Drivers.Simulation;

/// <summary>
/// A door with its relay and contact, and the people who use it. When nobody takes the contact's edges the door stays as it is:
/// no edge is lost. Safe for several threads.
/// </summary>
internal sealed class SimulatedDoor : IDigitalOutput, IDigitalInput, IDisposable
{
    private readonly Lock _gate = new(); // guards everything below it
    private readonly SimulationSettings _settings;
    private readonly Random _random;
    private readonly ITimer _person;
    private readonly ITimer _intruder;
    private bool _released;
    private bool _approaching;

    public SimulatedDoor(SimulationSettings settings, TimeProvider clock, Random random, SimulatedOutput? relay = null, SimulatedInput? contact = null)
    {
        (_settings, _random) = (settings, random);
        (Relay, Contact) = (relay ?? new SimulatedOutput(), contact ?? new SimulatedInput(clock));
        Relay.Driven = Pull;
        _person = clock.CreateTimer(_ => PersonActs(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        var half = settings.ForcedOpenEvery is { } every ? every / 2 : Timeout.InfiniteTimeSpan;
        _intruder = clock.CreateTimer(_ => Contact.Set(!Contact.IsActive), null, half, half);
    }

    /// <summary>The relay that releases the door.</summary>
    public SimulatedOutput Relay { get; }

    /// <summary>The contact; active while the door is open.</summary>
    public SimulatedInput Contact { get; }

    /// <inheritdoc/>
    public bool IsActive => Contact.IsActive;

    /// <summary>The relay's level.</summary>
    public bool Released => Relay.IsActive;

    /// <inheritdoc/>
    public ValueTask SetAsync(bool active, CancellationToken cancellationToken)
    {
        Relay.Drive(active);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<DigitalEdge> ReadEdgeAsync(CancellationToken cancellationToken) => Contact.Take().ReadEdgeAsync(cancellationToken);

    /// <summary>Somebody opens the door, released or not, and leaves it open.</summary>
    public void ForceOpen() => Contact.Set(true);

    /// <summary>The door falls shut.</summary>
    public void Close() => Contact.Set(false);

    /// <inheritdoc/>
    public void Dispose()
    {
        Relay.Driven = null;
        _person.Dispose();
        _intruder.Dispose();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private void PersonActs()
    {
        lock (_gate)
        {
            if (!_approaching)
            {
                Contact.Set(false);
                return;
            }

            _approaching = false;
            Contact.Set(true);
            var stays = _random.NextDouble() < _settings.HeldOpenShare ? _settings.HeldOpenFor : Around(_settings.StaysOpen);
            _person.Change(stays, Timeout.InfiniteTimeSpan);
        }
    }

    private void Pull(bool active)
    {
        lock (_gate)
        {
            var pulled = active && !_released;
            _released = active;
            if (pulled && !Contact.IsActive && !_approaching && _random.NextDouble() >= _settings.UnusedShare)
            {
                _approaching = true;
                _person.Change(Around(_settings.OpensAfter), Timeout.InfiniteTimeSpan);
            }
        }
    }

    private TimeSpan Around(TimeSpan mean) => mean * (0.5 + _random.NextDouble());
}
