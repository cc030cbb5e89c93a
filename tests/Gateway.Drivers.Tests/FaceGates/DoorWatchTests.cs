using Gateway.Drivers.FaceGates;

namespace Gateway.Drivers.Tests.FaceGates;

public sealed class DoorWatchTests
{
    private static readonly DateTimeOffset Noon = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly DoorWatch _door = new(new DoorWatchOptions(
        HeldOpenAfter: TimeSpan.FromSeconds(30),
        UseWithin: TimeSpan.FromSeconds(5),
        Debounce: TimeSpan.FromMilliseconds(50)));

    [Fact]
    public void Door_opened_after_a_release_is_opened_and_then_closed()
    {
        Assert.Empty(_door.Released(At(0)));
        Assert.Empty(_door.Contact(open: true, At(1)));
        Assert.Equal([DoorEvent.Opened], _door.Tick(At(1.05)));
        Assert.Empty(_door.Contact(open: false, At(3)));
        Assert.Equal([DoorEvent.Closed], _door.Tick(At(3.05)));
        Assert.Empty(_door.Tick(At(20)));
    }

    [Fact]
    public void Door_opened_without_a_release_is_forced_open()
    {
        _door.Contact(open: true, At(1));

        Assert.Equal([DoorEvent.ForcedOpen], _door.Tick(At(1.05)));
    }

    [Fact]
    public void Door_opened_long_after_its_release_is_forced_open()
    {
        _door.Released(At(0));
        Assert.Equal([DoorEvent.NotUsed], _door.Tick(At(5)));

        _door.Contact(open: true, At(6));

        Assert.Equal([DoorEvent.ForcedOpen], _door.Tick(At(7)));
    }

    [Fact]
    public void Pull_in_the_last_moment_counts_although_it_settles_after_the_release_has_ended()
    {
        _door.Released(At(0));
        _door.Contact(open: true, At(4.98));

        Assert.Equal([DoorEvent.Opened], _door.Tick(At(5.03)));
        Assert.Empty(_door.Tick(At(6)));
    }

    [Fact]
    public void Held_open_is_told_once_per_opening()
    {
        _door.Released(At(0));
        _door.Contact(open: true, At(1));
        _door.Tick(At(2));

        Assert.Equal([DoorEvent.HeldOpen], _door.Tick(At(31)));
        Assert.Empty(_door.Tick(At(100)));

        _door.Contact(open: false, At(101));
        Assert.Equal([DoorEvent.Closed], _door.Tick(At(102)));
    }

    [Fact]
    public void Bounce_of_the_contact_is_not_an_opening()
    {
        Assert.Empty(_door.Contact(open: true, At(1)));
        Assert.Empty(_door.Contact(open: false, At(1.02)));
        Assert.Empty(_door.Tick(At(10)));
        Assert.False(_door.IsOpen);
    }

    [Fact]
    public void Second_release_while_the_first_still_counts_extends_it()
    {
        _door.Released(At(0));
        Assert.Empty(_door.Released(At(4)));

        _door.Contact(open: true, At(8));

        Assert.Equal([DoorEvent.Opened], _door.Tick(At(8.05)));
    }

    [Fact]
    public void Release_while_the_door_stands_open_is_used()
    {
        _door.Released(At(0));
        _door.Contact(open: true, At(1));
        _door.Tick(At(2));

        Assert.Empty(_door.Released(At(3)));
        Assert.Empty(_door.Tick(At(9)));
    }

    [Fact]
    public void Release_that_nobody_uses_is_told()
    {
        _door.Released(At(0));

        Assert.Equal(At(5), _door.NextDeadline);
        Assert.Equal([DoorEvent.NotUsed], _door.Tick(At(5)));
        Assert.Null(_door.NextDeadline);
    }

    private static DateTimeOffset At(double seconds) => Noon.AddMilliseconds(Math.Round(seconds * 1000));
}
