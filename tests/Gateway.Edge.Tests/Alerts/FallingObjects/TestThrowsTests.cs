using EdgeGateway.Testing;
using Gateway.Drivers.Devices;
using Gateway.Edge.Alerts.FallingObjects;
using Gateway.Edge.Perception.FallingObjects;

namespace Gateway.Edge.Tests.Alerts.FallingObjects;

public sealed class TestThrowsTests
{
    private static readonly DeviceId Tower = new("tower-1");
    private static readonly DeviceId Other = new("tower-2");
    private static readonly FallView View = new(1280, 720);

    private readonly FakeTimeProvider _time = new();
    private readonly TestThrows _throws;

    public TestThrowsTests() => _throws = new TestThrows(_time);

    private DateTimeOffset Now => _time.GetUtcNow();

    [Fact]
    public void Camera_is_armed_for_its_time_and_no_other_camera_with_it()
    {
        var until = _throws.Arm(Tower, TestThrows.Usual);

        Assert.Equal(Now + TimeSpan.FromMinutes(10), until);
        Assert.Equal(until, _throws.ArmedUntil(Tower));
        Assert.True(_throws.IsArmed(Tower, Now));
        Assert.False(_throws.IsArmed(Other, Now));
        _time.Advance(TimeSpan.FromMinutes(10));
        Assert.Null(_throws.ArmedUntil(Tower));
        Assert.False(_throws.IsArmed(Tower, Now));
    }

    [Fact]
    public void Fall_of_the_armed_time_is_a_test_though_it_is_asked_about_later()
    {
        var before = Now;
        _time.Advance(TimeSpan.FromSeconds(5));
        _throws.Arm(Tower, TimeSpan.FromMinutes(1));
        var fell = Now + TimeSpan.FromSeconds(59);
        _time.Advance(TimeSpan.FromMinutes(2));

        Assert.True(_throws.IsArmed(Tower, fell));
        Assert.False(_throws.IsArmed(Tower, before));
        Assert.False(_throws.IsArmed(Tower, Now));
    }

    [Fact]
    public void Disarming_ends_it_at_once_and_what_fell_before_stays_a_test()
    {
        _throws.Arm(Tower, TestThrows.Usual);
        var fell = Now + TimeSpan.FromSeconds(1);
        _time.Advance(TimeSpan.FromSeconds(2));
        _throws.Disarm(Tower);

        Assert.Null(_throws.ArmedUntil(Tower));
        Assert.False(_throws.IsArmed(Tower, Now));
        Assert.True(_throws.IsArmed(Tower, fell));
        _throws.Disarm(Other);
        Assert.Null(_throws.ArmedUntil(Other));
    }

    [Fact]
    public void Arming_anew_prolongs_and_keeps_the_beginning()
    {
        _throws.Arm(Tower, TimeSpan.FromMinutes(2));
        var early = Now;
        _time.Advance(TimeSpan.FromMinutes(1));
        _throws.Arm(Tower, TimeSpan.FromMinutes(2));
        _time.Advance(TimeSpan.FromSeconds(110));

        Assert.True(_throws.IsArmed(Tower, Now));
        Assert.True(_throws.IsArmed(Tower, early));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(61)]
    public void Nobody_arms_a_camera_for_no_time_or_for_the_night(int minutes) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => _throws.Arm(Tower, TimeSpan.FromMinutes(minutes)));

    [Fact]
    public void Newest_throws_are_kept_newest_first()
    {
        for (var i = 0; i < TestThrows.Kept + 3; i++)
        {
            _throws.Report(Tower, Falls.Of(floor: 9), View);
        }

        var kept = _throws.Results(Tower);
        Assert.Equal(TestThrows.Kept, kept.Count);
        Assert.Equal(TestThrows.Kept + 3, kept[0].Number);
        Assert.Equal(4, kept[^1].Number);
        Assert.Same(View, kept[0].View);
        Assert.Empty(_throws.Results(Other));
    }

    [Theory]
    [InlineData(9, true, 0)]
    [InlineData(8, true, 1)]
    [InlineData(11, false, -2)]
    public void Told_floor_agrees_where_it_is_within_what_was_found(int told, bool agrees, int off)
    {
        _throws.Report(Tower, Falls.Of(floor: 9), View);
        Assert.Null(_throws.Results(Tower)[0].Agrees);

        Assert.True(_throws.Tell(Tower, 1, told));
        var found = _throws.Results(Tower)[0];
        Assert.Equal((agrees, off), (found.Agrees, found.Off));
    }

    [Fact]
    public void Nothing_is_judged_where_no_floor_was_found()
    {
        _throws.Report(Tower, Falls.Of(floor: 9) with { Origin = null }, View);
        Assert.True(_throws.Tell(Tower, 1, 9));
        Assert.Null(_throws.Results(Tower)[0].Agrees);
        Assert.Null(_throws.Results(Tower)[0].Off);
    }

    [Fact]
    public void Floor_of_a_throw_that_is_gone_is_not_taken()
    {
        Assert.False(_throws.Tell(Tower, 1, 9));
        _throws.Report(Tower, Falls.Of(floor: 9), View);
        Assert.False(_throws.Tell(Tower, 2, 9));
        Assert.False(_throws.Tell(Other, 1, 9));
    }
}
