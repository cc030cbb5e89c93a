using System.Globalization;
using EdgeGateway.Testing;
using Gateway.Edge.Access.Vehicles.MoveCar;

namespace Gateway.Edge.Tests.Access.Vehicles.MoveCar;

public sealed class AskLimitTests
{
    private static readonly TimeSpan s_window = TimeSpan.FromMinutes(15);

    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public void The_window_slides_and_the_wait_is_until_the_oldest_leaves_it()
    {
        var limit = new AskLimit(2, 100, s_window, _clock);
        Assert.Null(limit.Take("a"));
        _clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Null(limit.Take("a"));
        _clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(TimeSpan.FromMinutes(5), limit.Take("a"));
        _clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Null(limit.Take("a"));
        Assert.Equal(TimeSpan.FromMinutes(5), limit.Take("a"));
    }

    [Theory]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    [InlineData("10.0.0.1", "::ffff:10.0.0.1", true)]
    [InlineData("10.0.0.1", "10.0.0.2", false)]
    public void A_network_of_a_neighbour_counts_as_one(string first, string second, bool same)
    {
        var limit = new AskLimit(1, 100, s_window, _clock);
        limit.Take(first);

        Assert.Equal(same, limit.Take(second) is not null);
    }

    [Fact]
    public void All_together_have_a_limit_that_no_number_of_sources_gets_around()
    {
        var limit = new AskLimit(5, 600, s_window, _clock);
        var taken = Enumerable.Range(0, 5000).Count(number => limit.Take(number.ToString(CultureInfo.InvariantCulture)) is null);

        Assert.Equal(600, taken);
        _clock.Advance(s_window);
        Assert.Null(limit.Take("0"));
    }

    [Fact]
    public void Staff_without_a_source_never_wait_and_use_nothing_up()
    {
        var limit = new AskLimit(1, 1, s_window, _clock);

        Assert.All(Enumerable.Range(0, 100), _ => Assert.Null(limit.Take("")));
        Assert.Null(limit.Take("a"));
        Assert.NotNull(limit.Take("b"));
    }

    [Fact]
    public void A_wall_clock_that_jumps_changes_nothing()
    {
        var limit = new AskLimit(1, 10, s_window, _clock);
        limit.Take("a");
        _clock.SetWall(TimeSpan.FromDays(400));

        Assert.NotNull(limit.Take("a"));
    }
}
