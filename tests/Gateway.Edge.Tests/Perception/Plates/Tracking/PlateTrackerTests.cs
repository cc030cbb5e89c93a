using Gateway.Edge.Perception.Plates.Tracking;

namespace Gateway.Edge.Tests.Perception.Plates.Tracking;

public sealed class PlateTrackerTests
{
    private readonly PlateTracker _tracker = new(new PlateTrackingSettings(), new TrackNumbers());

    private long[] Active => [.. _tracker.Tracks.ToArray().Where(track => track.Active).Select(track => track.Id)];

    [Fact]
    public void Two_plates_side_by_side_stay_two_vehicles()
    {
        for (var frame = 0; frame < 10; frame++)
        {
            _tracker.Update(
                [Readings.Of("京A12345", Readings.Box(100 + frame, 100, 60)), Readings.Of("沪B67890", Readings.Box(250 - frame, 100, 60))],
                Readings.At(frame * 0.04));
        }

        Assert.Equal([1, 2], Active);
        Assert.Equal("京A12345", _tracker.Tracks[0].Votes.Number?.Text);
        Assert.Equal("沪B67890", _tracker.Tracks[1].Votes.Number?.Text);
    }

    [Fact]
    public void The_same_number_is_the_same_vehicle_after_dropped_frames()
    {
        _tracker.Update([Readings.Of("京A12345", Readings.Box(100, 100, 50))], Readings.At(0));
        _tracker.Update([Readings.Of("京A12345", Readings.Box(210, 130, 95))], Readings.At(0.8));

        Assert.Equal([1], Active);
    }

    [Fact]
    public void Another_number_far_away_is_another_vehicle()
    {
        _tracker.Update([Readings.Of("京A12345", Readings.Box(100, 100, 50))], Readings.At(0));
        _tracker.Update([Readings.Of("沪B67890", Readings.Box(210, 130, 50))], Readings.At(0.1));

        Assert.Equal([1, 2], Active);
    }

    [Fact]
    public void A_vehicle_that_takes_anothers_place_is_a_new_one_after_two_frames()
    {
        for (var frame = 0; frame < 5; frame++)
        {
            _tracker.Update([Readings.Of("京A12345", Readings.Box(100, 100, 60))], Readings.At(frame * 0.1));
        }

        _tracker.Update([Readings.Of("沪B67890", Readings.Box(102, 100, 60))], Readings.At(0.5));

        Assert.Equal([1], Active);

        _tracker.Update([Readings.Of("沪B67890", Readings.Box(104, 100, 60))], Readings.At(0.6));

        Assert.Equal([2], Active);
        Assert.Equal("沪B67890", _tracker.Tracks[0].Votes.Number?.Text);
    }

    [Fact]
    public void One_misread_frame_does_not_change_the_vehicle()
    {
        for (var frame = 0; frame < 5; frame++)
        {
            _tracker.Update([Readings.Of(frame == 3 ? "粤B99881" : "京A12345", Readings.Box(100, 100, 60))], Readings.At(frame * 0.1));
        }

        Assert.Equal([1], Active);
        Assert.Equal("京A12345", _tracker.Tracks[0].Votes.Number?.Text);
    }

    [Fact]
    public void A_fast_vehicle_is_expected_where_it_will_be()
    {
        _tracker.Update([Readings.Of("京A12345", Readings.Box(100, 100, 60))], Readings.At(0));
        _tracker.Update([Readings.Of("京A12345", Readings.Box(120, 110, 66))], Readings.At(0.1));

        var expected = _tracker.Tracks[0].Expected(Readings.At(0.2));

        Assert.Equal(140, expected.CentreX, 0.1f);
        Assert.Equal(120, expected.CentreY, 0.1f);
        Assert.Equal(72.6f, expected.Width, 0.1f);
    }

    [Fact]
    public void Tracks_end_when_out_of_sight_and_when_the_clock_is_set_back()
    {
        _tracker.Update([Readings.Of("京A12345", Readings.Box(100, 100, 60))], Readings.At(10));
        _tracker.Expire(Readings.At(11));
        Assert.True(_tracker.Any);
        _tracker.Expire(Readings.At(12));
        Assert.False(_tracker.Any);

        _tracker.Update([Readings.Of("京A12345", Readings.Box(100, 100, 60))], Readings.At(13));
        _tracker.Expire(Readings.At(5));
        Assert.False(_tracker.Any);
    }

    [Fact]
    public void More_plates_than_tracks_wait()
    {
        _tracker.Update([.. Enumerable.Range(0, 9).Select(i => Readings.Of($"京A1234{i}", Readings.Box(100 * i, 100, 60)))], Readings.At(0));

        Assert.Equal(4, Active.Length);
    }
}
