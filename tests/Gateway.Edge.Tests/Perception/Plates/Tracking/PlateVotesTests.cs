using Gateway.Edge.Perception.Plates;
using Gateway.Edge.Perception.Plates.Tracking;

namespace Gateway.Edge.Tests.Perception.Plates.Tracking;

public sealed class PlateVotesTests
{
    private readonly PlateVotes _votes = new(new PlateTrackingSettings());

    [Fact]
    public void Three_frames_that_agree_are_certain_and_two_are_not()
    {
        Add("京A12345", 2);

        Assert.Equal("京A12345", _votes.Number?.Text);
        Assert.False(_votes.Certain);

        Add("京A12345", 1);

        Assert.True(_votes.Certain);
        Assert.InRange(_votes.Confidence, 0.9f, 1);
    }

    [Fact]
    public void Frames_with_different_slips_correct_each_other()
    {
        foreach (var read in new[] { "京A12845", "京A12345", "京B12345", "京A12345", "京A1Z345", "京A12346" })
        {
            Add(read, 1);
        }

        Assert.Equal("京A12345", _votes.Number?.Text);
        Assert.True(_votes.Certain);
    }

    [Fact]
    public void A_number_that_no_frame_has_read_is_never_certain()
    {
        foreach (var read in new[] { "京A12340", "京A12305", "京A12045", "京A10345", "京A02345" })
        {
            Add(read, 1);
        }

        Assert.Equal("京A12345", _votes.Number?.Text);
        Assert.False(_votes.Certain);
    }

    [Fact]
    public void Doubtful_frames_are_never_certain_however_many()
    {
        Add("京A12345", 50, confidence: 0.6f);

        Assert.Equal("京A12345", _votes.Number?.Text);
        Assert.False(_votes.Certain);
    }

    [Fact]
    public void Frames_that_disagree_half_and_half_are_not_certain()
    {
        for (var i = 0; i < 10; i++)
        {
            Add("京A12345", 1);
            Add("京A12348", 1);
        }

        Assert.False(_votes.Certain);
    }

    [Fact]
    public void Eight_characters_and_seven_do_not_vote_for_each_other()
    {
        Add("京AD12345", 6);
        Add("京A12345", 2);

        Assert.Equal("京AD12345", _votes.Number?.Text);
        Assert.True(_votes.Certain);

        Add("京A12345", 3);

        Assert.False(_votes.Certain);
    }

    [Fact]
    public void A_near_plate_outweighs_many_far_ones()
    {
        Add("京A12345", 6, width: 20);
        Add("京A12348", 3, width: 120);

        Assert.Equal("京A12348", _votes.Number?.Text);
    }

    [Fact]
    public void The_rival_of_a_character_is_told_with_its_share()
    {
        Add("京A12345", 5);
        Add("京A12B45", 1);

        var doubtful = _votes.Characters[4];
        Assert.Equal(('3', 'B'), (doubtful.Value, doubtful.Next));
        Assert.InRange(doubtful.Confidence, 0.8f, 0.87f);
    }

    [Fact]
    public void The_colour_is_the_one_seen_most_often_and_unknown_counts_last()
    {
        for (var i = 0; i < 3; i++)
        {
            _votes.Add(Readings.Of("京A12345", Readings.Box(100, 100, 100)) with { Colour = PlateColour.Unknown });
        }

        Assert.Equal(PlateColour.Unknown, _votes.Colour);

        _votes.Add(Readings.Of("京A12345", Readings.Box(100, 100, 100)) with { Colour = PlateColour.Yellow });

        Assert.Equal(PlateColour.Yellow, _votes.Colour);
    }

    [Fact]
    public void Nothing_is_left_after_clearing()
    {
        Add("京A12345", 5);

        _votes.Clear();

        Assert.Equal((0, null, false, PlateColour.Unknown), (_votes.Frames, _votes.Number, _votes.Certain, _votes.Colour));
        Assert.Empty(_votes.Characters);
    }

    private void Add(string text, int times, float confidence = 0.95f, float width = 100)
    {
        for (var i = 0; i < times; i++)
        {
            _votes.Add(Readings.Of(text, Readings.Box(100, 100, width), confidence));
        }
    }
}
