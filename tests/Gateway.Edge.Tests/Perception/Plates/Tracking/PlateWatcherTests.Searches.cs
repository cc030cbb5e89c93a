using Gateway.Edge.Perception.Pixels;
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

    [Fact]
    public void What_moves_is_searched_alone_until_a_plate_is_followed_and_everything_once_it_rests()
    {
        Look(Readings.Wide(new PixelBox(0, 0, 0, 0)));
        for (var frame = 1; frame < 10; frame++)
        {
            Look(Readings.Wide(new PixelBox(900 - (frame * 10), 100, 100, 60)));
        }

        Assert.NotEmpty(_reader.Parts);
        Assert.All(_reader.Parts, part => Assert.True(part is { X: > 600, Right: < 1200, Bottom: < 400 }, part.ToString()));
        var before = _reader.Parts.Count;
        for (var frame = 0; frame < 25; frame++)
        {
            Look(Readings.Wide(new PixelBox(810, 100, 100, 60)));
        }

        Assert.Equal(before, _reader.Parts.Count);
        Assert.Equal(PlateEffort.Thorough, _reader.Searches[^1]);
    }

    [Fact]
    public void A_movement_after_a_rest_is_searched_where_it_is_and_no_longer_where_the_last_one_was()
    {
        Look(Readings.Wide(new PixelBox(0, 0, 0, 0)));
        Look(Readings.Wide(new PixelBox(1100, 600, 100, 60)));
        for (var frame = 0; frame < 25; frame++)
        {
            Look(Readings.Wide(new PixelBox(1100, 600, 100, 60)));
        }

        _reader.Parts.Clear();
        Look(Readings.Wide(new PixelBox(100, 100, 100, 60))); // one is gone, the other is there
        Look(Readings.Wide(new PixelBox(120, 100, 100, 60)));
        Assert.True(_reader.Parts[0].Right > 1000);
        for (var frame = 0; frame < 25; frame++)
        {
            Look(Readings.Wide(new PixelBox(120, 100, 100, 60)));
        }

        Look(Readings.Wide(new PixelBox(180, 120, 100, 60)));
        Assert.True(_reader.Parts[^1].Right < 600, _reader.Parts[^1].ToString());
    }
}
