using Gateway.Drivers.FaceGates;

namespace Gateway.Drivers.Tests.FaceGates;

public sealed class DoorMachineTests
{
    private static readonly DoorSettings Settings = new();
    private readonly DoorMachine _door = new(Settings, open: false, TimeSpan.Zero);
    private readonly List<(DoorEvent Event, double At)> _seen = [];

    [Fact]
    public void Opening_after_a_release_is_a_normal_passage()
    {
        Release(0);
        Contact(open: true, 1);
        Contact(open: false, 4);
        Until(100);
        Assert.Equal([(DoorEvent.Opened, 1), (DoorEvent.Closed, 4)], _seen);
    }

    [Fact]
    public void Release_that_nobody_uses_is_told_once()
    {
        Release(0);
        Until(100);
        Assert.Equal([(DoorEvent.NotUsed, 5)], _seen);
    }

    [Fact]
    public void Opening_without_a_release_is_forced()
    {
        Contact(open: true, 10);
        Contact(open: false, 12);
        Until(100);
        Assert.Equal([(DoorEvent.ForcedOpen, 10), (DoorEvent.Closed, 12)], _seen);
    }

    [Fact]
    public void Opening_after_the_time_of_a_release_is_forced()
    {
        Release(0);
        Contact(open: true, 6);
        Assert.Equal([(DoorEvent.NotUsed, 5)], _seen);
        Until(7);
        Assert.Equal((DoorEvent.ForcedOpen, 6), _seen[^1]);
    }

    [Fact]
    public void Opening_in_the_last_moment_counts_although_it_settles_later()
    {
        Release(0);
        Contact(open: true, 4.98);
        Until(6);
        Assert.Equal([(DoorEvent.Opened, 4.98)], _seen);
    }

    [Fact]
    public void Twitch_in_the_last_moment_is_still_not_used()
    {
        Release(0);
        Contact(open: true, 4.98);
        Contact(open: false, 4.99);
        Until(6);
        Assert.Equal(DoorEvent.NotUsed, Assert.Single(_seen).Event);
    }

    [Fact]
    public void Bouncing_contact_is_one_opening()
    {
        Release(0);
        Contact(open: true, 1);
        Contact(open: false, 1.01);
        Contact(open: true, 1.02);
        Contact(open: false, 1.03);
        Contact(open: true, 1.04);
        Until(2);
        Assert.Equal([(DoorEvent.Opened, 1.04)], _seen);
    }

    [Fact]
    public void Door_that_stays_open_is_held_open_once()
    {
        Release(0);
        Contact(open: true, 1);
        Until(100);
        Contact(open: false, 101);
        Until(200);
        Assert.Equal([(DoorEvent.Opened, 1), (DoorEvent.HeldOpen, 21), (DoorEvent.Closed, 101)], _seen);
    }

    [Fact]
    public void Release_while_open_gives_the_next_person_the_full_time()
    {
        Release(0);
        Contact(open: true, 1);
        Release(15);
        Until(30);
        Contact(open: false, 31);
        Until(100);
        Assert.Equal([(DoorEvent.Opened, 1), (DoorEvent.Closed, 31)], _seen);
    }

    [Fact]
    public void Two_passes_in_a_row_are_two_openings()
    {
        Release(0);
        Contact(open: true, 1);
        Contact(open: false, 3);
        Release(3.5);
        Contact(open: true, 4);
        Contact(open: false, 6);
        Until(100);
        Assert.Equal([(DoorEvent.Opened, 1), (DoorEvent.Closed, 3), (DoorEvent.Opened, 4), (DoorEvent.Closed, 6)], _seen);
    }

    [Fact]
    public void Second_release_before_the_opening_extends_the_first()
    {
        Release(0);
        Release(4);
        Until(100);
        Assert.Equal([(DoorEvent.NotUsed, 9)], _seen);
    }

    [Fact]
    public void Door_found_open_at_start_is_held_open_but_not_forced()
    {
        var door = new DoorMachine(Settings, open: true, TimeSpan.Zero);
        var change = Assert.Single(door.Advance(TimeSpan.FromHours(1)));
        Assert.Equal(DoorEvent.HeldOpen, change.Event);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Whatever_happens_openings_and_closings_alternate_and_time_never_turns_back(int seed)
    {
        var random = new Random(seed);
        double now = 0;
        for (var i = 0; i < 20_000; i++)
        {
            now += random.NextDouble() < 0.5 ? random.NextDouble() / 20 : random.NextDouble() * 30;
            switch (random.Next(3))
            {
                case 0:
                    Release(now);
                    break;
                case 1:
                    Contact(random.Next(2) == 0, now);
                    break;
                default:
                    Until(now);
                    break;
            }
        }

        var moves = _seen.Where(change => change.Event is DoorEvent.Opened or DoorEvent.ForcedOpen or DoorEvent.Closed).ToList();
        Assert.True(moves.Count > 1000);
        for (var i = 1; i < moves.Count; i++)
        {
            Assert.NotEqual(moves[i - 1].Event == DoorEvent.Closed, moves[i].Event == DoorEvent.Closed);
            Assert.True(moves[i].At >= moves[i - 1].At);
        }
    }

    private void Release(double at) => Note(_door.Release(TimeSpan.FromSeconds(at)));

    private void Contact(bool open, double at) => Note(_door.Contact(open, TimeSpan.FromSeconds(at)));

    private void Until(double at) => Note(_door.Advance(TimeSpan.FromSeconds(at)));

    private void Note(IEnumerable<DoorChange> changes) => _seen.AddRange(changes.Select(change => (change.Event, change.At.TotalSeconds)));
}
