using Gateway.Edge.Perception.Pixels;
using Gateway.Edge.Perception.Plates;
using Gateway.Edge.Perception.Plates.Tracking;

namespace Gateway.Edge.Tests.Perception.Plates.Tracking;

public sealed partial class PlateWatcherTests : IDisposable
{
    private readonly ScriptedReader _reader = new();
    private readonly PlateWatcher _watcher;
    private readonly List<PlateSighting> _told = [];
    private double _now;

    public PlateWatcherTests() => _watcher = new PlateWatcher(_reader, null, new PlateTrackingSettings(), new TrackNumbers(), TimeProvider.System);

    public void Dispose() => _watcher.Dispose();

    [Fact]
    public void An_approaching_vehicle_is_told_once_and_certain_before_it_has_moved_two_metres()
    {
        // 15 km/h, first legible at 10 m.
        for (var (distance, metres) = (10.0, 0.0); metres < 4; metres += 4.17 / 25, distance -= 4.17 / 25)
        {
            Wide(Readings.Ahead(distance));
            if (_told.Count > 0 && metres < 2)
            {
                break;
            }
        }

        var sighting = Assert.Single(_told);
        Assert.True(sighting.Certain);
        Assert.Equal("京A12345", sighting.Best.Number?.Text);
        Assert.Equal(VehicleHeading.Approaching, sighting.Heading);
        Assert.False(sighting.Picture.IsEmpty);
    }

    [Fact]
    public void A_vehicle_that_stays_is_not_told_again()
    {
        Stand("京A12345", 10);

        Assert.True(Assert.Single(_told, sighting => sighting.Certain).Best.Number?.Text == "京A12345");
        Assert.InRange(_told.Count, 1, 2); // the heading may follow
    }

    [Fact]
    public void A_plate_held_up_by_a_trembling_hand_is_flat_and_never_certain()
    {
        for (var frame = 0; frame < 75; frame++)
        {
            Frame(
                Readings.Of("京A12345", Readings.Box(160, 90, 90)),
                shift: (1.7 * Math.Sin(frame * 1.3), 1.2 * Math.Cos(frame * 0.9)));
        }

        Assert.NotEmpty(_told);
        Assert.All(_told, sighting => Assert.False(sighting.Certain));
        Assert.True(_told[^1].Flat);
    }

    [Fact]
    public void A_hand_that_brings_a_screen_nearer_is_not_believed()
    {
        for (var frame = 0; frame < 75; frame++)
        {
            Frame(
                Readings.Of("京A12345", Readings.Box(160, 90, 90 + Math.Min(frame, 30))),
                shift: (1.7 * Math.Sin(frame * 1.3), 1.2 * Math.Cos(frame * 0.9)));
        }

        Assert.All(_told, sighting => Assert.False(sighting.Certain));
    }

    [Fact]
    public void A_screen_that_is_moved_again_and_again_is_not_believed()
    {
        for (var frame = 0; frame < 100; frame++)
        {
            Frame(Readings.Of("京A12345", Readings.Box(frame / 12 % 2 == 0 ? 150 : 170, 90, 90)));
        }

        Assert.All(_told, sighting => Assert.False(sighting.Certain));
    }

    [Fact]
    public void A_hand_that_was_noticed_stays_noticed_when_it_moves()
    {
        for (var frame = 0; frame < 120; frame++)
        {
            Frame(
                Readings.Of("京A12345", Readings.Box(frame < 60 ? 150 : 172, 90, 90)),
                shift: frame < 60 ? (1.7 * Math.Sin(frame * 1.3), 1.2 * Math.Cos(frame * 0.9)) : default);
        }

        Assert.Contains(_told, sighting => sighting.Flat);
        Assert.All(_told, sighting => Assert.False(sighting.Certain));
    }

    [Fact]
    public void A_parked_vehicle_that_cannot_be_read_costs_little()
    {
        for (var frame = 0; frame < 75; frame++)
        {
            Frame(Readings.Of("京A12345", Readings.Box(160, 90, 90), 0.5f));
        }

        var before = _reader.Looks;
        for (var frame = 0; frame < 250; frame++)
        {
            Frame(Readings.Of("京A12345", Readings.Box(160, 90, 90), 0.5f));
        }

        Assert.InRange(_reader.Looks - before, 5, 40); // of 250 frames
    }

    [Fact]
    public void Watchers_of_one_factory_never_give_a_number_twice()
    {
        var numbers = new TrackNumbers();
        using var first = new PlateWatcher(_reader, null, new PlateTrackingSettings(), numbers, TimeProvider.System);
        using var second = new PlateWatcher(_reader, null, new PlateTrackingSettings(), numbers, TimeProvider.System);
        _reader.Shows = [Readings.Of("京A12345", Readings.Box(160, 90, 90))];
        foreach (var watcher in new[] { first, second })
        {
            watcher.Look(Readings.Scene(), Readings.At(0));
        }

        Assert.NotEqual(Assert.Single(first.InView).Track, Assert.Single(second.InView).Track);
    }

    [Fact]
    public void A_plate_that_cannot_be_read_is_told_after_two_seconds()
    {
        for (var frame = 0; frame < 75; frame++)
        {
            Frame(Readings.Of(null, Readings.Box(160, 60 + (frame * 0.5f), 60 + frame)));
        }

        var sighting = Assert.Single(_told, sighting => sighting.Heading == VehicleHeading.Approaching);
        Assert.False(sighting.Certain);
        Assert.Null(sighting.Best.Number);
        Assert.InRange((sighting.SettledAt - sighting.FirstAt).TotalSeconds, 2, 2.2);
    }

    [Fact]
    public void Lettering_on_a_wall_is_no_vehicle()
    {
        for (var frame = 0; frame < 250; frame++)
        {
            Frame(Readings.Of(null, Readings.Box(160, 60, 90)));
        }

        Assert.Empty(_told);
    }

    [Fact]
    public void A_better_number_corrects_the_first()
    {
        Stand("京A12345", 1.6, confidence: 0.9f);
        Assert.Equal("京A12345", Assert.Single(_told, sighting => sighting.Certain).Best.Number?.Text);
        for (var frame = 0; frame < 25 * 20; frame++)
        {
            Frame(Readings.Of("京A12346", Readings.Box(160, 90, 90), 0.99f));
        }

        Assert.Equal("京A12346", _told[^1].Best.Number?.Text);
        Assert.All(_told, sighting => Assert.Equal(1, sighting.Track));
    }

    [Fact]
    public void A_vehicle_that_drives_off_is_told_as_receding()
    {
        Stand("京A12345", 2);
        for (var frame = 0; frame < 40; frame++)
        {
            Frame(Readings.Of("京A12345", Readings.Box(160, 90, 90 - frame)), light: 20 + frame);
        }

        Assert.Equal(VehicleHeading.Receding, _told[^1].Heading);
        Assert.Equal(1, _told[^1].Track);
    }

    [Fact]
    public void An_empty_resting_view_is_hardly_searched()
    {
        for (var frame = 0; frame < 250; frame++)
        {
            Frame();
        }

        Assert.InRange(_reader.Looks, 2, 4); // of 250 frames
    }

    [Fact]
    public void A_change_in_the_view_is_searched_at_once()
    {
        Frame();
        var before = _reader.Looks;
        Frame();
        Assert.Equal(before, _reader.Looks);

        Frame(null, light: 60);

        Assert.Equal(before + 1, _reader.Looks);
    }

    [Fact]
    public void A_told_standing_vehicle_costs_little()
    {
        Stand("京A12345", 3);
        var before = _reader.Looks;
        Stand("京A12345", 10);

        Assert.InRange(_reader.Looks - before, 20, 60); // of 250 frames
    }

    [Fact]
    public void A_second_vehicle_behind_the_first_is_found_and_told()
    {
        Stand("京A12345", 2);
        for (var frame = 0; frame < 50; frame++)
        {
            _reader.Shows = [Readings.Of("京A12345", Readings.Box(160, 90, 90)), Readings.Of("沪B67890", Readings.Box(60 - (frame * 0.5f), 50 + (frame * 0.5f), 30 + (frame * 0.4f)))];
            Look(Readings.Scene(light: 20 + frame));
        }

        Assert.Contains(_told, sighting => sighting.Certain && sighting.Best.Number?.Text == "沪B67890" && sighting.Track == 2);
    }

    [Fact]
    public void Only_the_lanes_region_is_searched()
    {
        using var watcher = new PlateWatcher(_reader, new PixelBox(0.5f, 0, 0.5f, 1), new PlateTrackingSettings(), new TrackNumbers(), TimeProvider.System);
        _reader.Shows = [Readings.Of("京A12345", Readings.Box(60, 90, 90))];
        for (var frame = 0; frame < 75; frame++)
        {
            Assert.Empty(watcher.Look(Readings.Scene(), Readings.At(frame * 0.04)));
        }
    }

    [Fact]
    public void A_standing_vehicle_is_in_view_until_looks_do_not_find_it_any_more()
    {
        Stand("京A12345", 3);
        Assert.Equal(1, Assert.Single(_watcher.InView).Track);
        for (var frame = 0; frame < 40; frame++)
        {
            Frame();
        }

        Assert.Empty(_watcher.InView);
    }

    [Fact]
    public void Lettering_on_a_wall_is_not_in_view()
    {
        for (var frame = 0; frame < 25; frame++)
        {
            Frame(Readings.Of(null, Readings.Box(160, 60, 90)));
        }

        Assert.Empty(_watcher.InView);
    }

    private void Stand(string text, double seconds, float confidence = 0.95f)
    {
        for (var until = _now + seconds; _now < until;)
        {
            Frame(Readings.Of(text, Readings.Box(160, 90, 90), confidence));
        }
    }

    private void Frame(PlateReading? plate = null, (double X, double Y) shift = default, int light = 0)
    {
        _reader.Shows = plate is null ? [] : [plate];
        Look(Readings.Scene(shift.X, shift.Y, light));
    }

    private void Look(Gateway.Drivers.Buses.Video.BgrImage image)
    {
        _told.AddRange(_watcher.Look(image, Readings.At(_now)));
        _now += 0.04;
    }
}
