using Gateway.Edge.Perception.Plates;

namespace Gateway.Edge.Tests.Perception.Plates.Tracking;

/// <summary>When the watcher searches, and how thoroughly.</summary>
public sealed partial class PlateWatcherTests
{
    [Fact]
    public void A_moving_view_is_searched_quickly_and_once_thoroughly_when_it_rests()
    {
        for (var frame = 0; frame < 10; frame++)
        {
            Frame(light: frame % 2 * 60);
        }

        Assert.Equal(Enumerable.Repeat(PlateEffort.Quick, 10), _reader.Searches);
        for (var frame = 0; frame < 50; frame++)
        {
            Frame(light: 60);
        }

        Assert.Equal(PlateEffort.Thorough, Assert.Single(_reader.Searches.Skip(10)));
    }

    [Fact]
    public void A_view_that_never_rests_is_searched_thoroughly_now_and_then()
    {
        for (var frame = 0; frame < 200; frame++)
        {
            Frame(light: frame % 2 * 60);
        }

        Assert.Equal(2, _reader.Searches.Count(effort => effort == PlateEffort.Thorough)); // in 8 s
        Assert.Equal(200, _reader.Searches.Count);
    }

    [Fact]
    public void Nothing_else_is_searched_while_a_vehicle_that_just_came_is_read()
    {
        for (var frame = 0; frame < 24; frame++)
        {
            Frame(Readings.Of("京A12345", Readings.Box(160, 90, 40 + frame), 0.5f), light: frame % 2 * 60);
        }

        Assert.Equal([PlateEffort.Quick], _reader.Searches);
    }

    [Fact]
    public void A_vehicle_that_cannot_be_read_does_not_keep_others_from_being_found()
    {
        for (var frame = 0; frame < 75; frame++)
        {
            Frame(Readings.Of("京A12345", Readings.Box(160, 90, 40 + (frame * 0.5f)), 0.5f), light: frame % 2 * 60);
        }

        Assert.InRange(_reader.Searches.Count, 4, 10); // in 3 s
    }
}
