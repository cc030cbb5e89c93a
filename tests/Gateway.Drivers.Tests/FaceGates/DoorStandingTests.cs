using Gateway.Drivers.FaceGates;

namespace Gateway.Drivers.Tests.FaceGates;

/// <summary>A door that stands released until further notice.</summary>
public sealed class DoorStandingTests
{
    private static readonly DoorSettings Settings = new() { Debounce = TimeSpan.Zero };
    private readonly DoorMachine _door = new(Settings, open: false, TimeSpan.Zero);

    [Fact]
    public void Openings_meanwhile_are_expected_and_never_held()
    {
        Assert.Empty(_door.Stand(released: true, At(1)));
        Assert.Equal([DoorEvent.Opened], Events(_door.Contact(open: true, At(100))));
        Assert.Empty(_door.Advance(At(5000)));
        Assert.Null(_door.NextDeadline);
        Assert.Equal([DoorEvent.Closed], Events(_door.Contact(open: false, At(5001))));
    }

    [Fact]
    public void Door_that_is_open_when_it_ends_has_the_ordinary_time_to_close()
    {
        _door.Stand(released: true, At(1));
        _door.Contact(open: true, At(2));
        Assert.Empty(_door.Stand(released: false, At(100)));
        Assert.Equal([DoorEvent.HeldOpen], Events(_door.Advance(At(100) + Settings.HeldOpenAfter)));
    }

    [Fact]
    public void Whoever_passes_as_it_ends_is_no_intruder_and_whoever_comes_later_is()
    {
        _door.Stand(released: true, At(1));
        _door.Stand(released: false, At(100));
        Assert.Equal([DoorEvent.Opened, DoorEvent.Closed], Events([.. _door.Contact(open: true, At(101)), .. _door.Contact(open: false, At(102))]));
        Assert.Equal([DoorEvent.ForcedOpen], Events(_door.Contact(open: true, At(200))));
    }

    [Fact]
    public void Nobody_who_passed_is_no_unused_release()
    {
        _door.Stand(released: true, At(1));
        _door.Release(At(2));
        _door.Stand(released: false, At(3));
        Assert.Empty(_door.Advance(At(1000)));
    }

    private static TimeSpan At(double seconds) => TimeSpan.FromSeconds(seconds);

    private static IEnumerable<DoorEvent> Events(IEnumerable<DoorChange> changes) => changes.Select(change => change.Event);
}
