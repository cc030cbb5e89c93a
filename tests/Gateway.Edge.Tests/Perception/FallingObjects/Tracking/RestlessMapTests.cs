using Gateway.Edge.Perception.FallingObjects.Motion;
using Gateway.Edge.Perception.FallingObjects.Tracking;

namespace Gateway.Edge.Tests.Perception.FallingObjects.Tracking;

public sealed class RestlessMapTests
{
    private readonly RestlessMap _map = new(1280, 720);

    [Fact]
    public void What_always_moves_comes_near_one_what_fell_once_stays_near_zero_and_both_are_forgotten()
    {
        Add(1, Tracks.BlobAt(100, 100), Tracks.BlobAt(400, 200));
        Add(800, Tracks.BlobAt(100, 100));

        Assert.InRange(_map.At(100, 100), 0.95f, 1f);
        Assert.InRange(_map.At(400, 200), 0f, 0.01f);

        Add(1500);
        Assert.InRange(_map.At(100, 100), 0f, 0.01f);
    }

    [Fact]
    public void What_moves_now_and_then_has_its_share_of_the_frames()
    {
        for (var round = 0; round < 300; round++)
        {
            Add(1, Tracks.BlobAt(640, 360));
            Add(3);
        }

        Assert.InRange(_map.At(640, 360), 0.2f, 0.3f);
    }

    [Fact]
    public void Right_beside_a_tree_it_is_restless_and_further_away_it_is_not()
    {
        Add(100, Tracks.BlobAt(252, 252)); // in the middle of its cell

        foreach (var (x, y) in new[] { (252, 252), (228, 252), (276, 252), (252, 228), (276, 276) })
        {
            Assert.True(_map.At(x, y) > 0.5, $"{x}, {y}");
        }

        foreach (var (x, y) in new[] { (204, 252), (300, 252), (252, 204), (252, 300) })
        {
            Assert.Equal(0, _map.At(x, y));
        }
    }

    [Fact]
    public void It_knows_after_a_second_and_nothing_after_clearing()
    {
        Add(24, Tracks.BlobAt(5, 5));
        Assert.False(_map.Knows);
        Add(1);
        Assert.True(_map.Knows);

        _map.Clear();
        Assert.False(_map.Knows);
        Assert.Equal((0f, 0f), (_map.At(5, 5), _map.Usual));
    }

    [Fact]
    public void Rain_makes_the_whole_picture_usual_and_a_tree_does_not()
    {
        Add(50, Tracks.BlobAt(100, 100), Tracks.BlobAt(200, 100));
        Assert.Equal(0, _map.Usual);

        var random = new Random(4);
        for (var frame = 0; frame < 500; frame++)
        {
            Add(1, [.. Enumerable.Range(0, 400).Select(_ => Tracks.BlobAt(random.Next(1280), random.Next(720)))]);
        }

        Assert.InRange(_map.Usual, 0.15f, 0.4f);
    }

    [Theory]
    [InlineData(-5, -5)]
    [InlineData(1280, 720)]
    [InlineData(5000, 300)]
    [InlineData(-1e6, 1e6)]
    public void Blobs_and_questions_beyond_the_edge_are_borne(double x, double y)
    {
        Add(5, Tracks.BlobAt(x, y));

        Assert.InRange(_map.At(x, y), 0f, 1f);
        Assert.Equal(0, _map.At(600, 400));
    }

    [Theory]
    [InlineData(160, 120)]
    [InlineData(3840, 2160)]
    public void Cells_grow_with_the_picture(int width, int height)
    {
        var map = new RestlessMap(width, height);
        for (var frame = 0; frame < 30; frame++)
        {
            map.Add([Tracks.BlobAt(width / 2.0, height / 2.0), Tracks.BlobAt(width - 1, height - 1)]);
        }

        Assert.True(map.At(width / 2.0, height / 2.0) > 0.5);
        Assert.True(map.At(width - 1, height - 1) > 0.5);
        Assert.Equal(0, map.At((width / 2.0) + (height / 8.0), height / 2.0));
    }

    private void Add(int frames, params Blob[] blobs)
    {
        for (var frame = 0; frame < frames; frame++)
        {
            _map.Add(blobs);
        }
    }
}
