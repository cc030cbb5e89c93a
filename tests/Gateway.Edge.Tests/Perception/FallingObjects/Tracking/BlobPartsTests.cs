using Gateway.Edge.Perception.FallingObjects.Motion;
using Gateway.Edge.Perception.FallingObjects.Tracking;

namespace Gateway.Edge.Tests.Perception.FallingObjects.Tracking;

public sealed class BlobPartsTests
{
    private static readonly (double Width, double Height) s_size = (20, 30);
    private static readonly Blob s_upper = new(100, 90, 18, 8, 100, 40);
    private static readonly Blob s_lower = new(98, 110, 12, 9, 50, -20);

    [Fact]
    public void Parts_are_one_thing_in_the_middle_of_their_box()
    {
        Assert.True(BlobParts.Join([s_upper, s_lower], 101, 101, s_size, 4, out var joined));

        Assert.Equal((100f, 100.25f), (joined.X, joined.Y));
        Assert.Equal(((short)18, (short)29, 150), (joined.Width, joined.Height, joined.Area));
        Assert.Equal(20, joined.Contrast, 3);
    }

    [Fact]
    public void One_part_alone_is_no_more_than_it_is() => Assert.False(BlobParts.Join([s_upper], 101, 101, s_size, 4, out _));

    [Fact]
    public void What_lies_beside_is_no_part()
    {
        Assert.False(BlobParts.Join([s_upper, s_lower with { X = 118 }], 101, 101, s_size, 4, out _));
        Assert.False(BlobParts.Join([s_upper, s_lower with { Y = 131 }], 101, 101, s_size, 4, out _));
    }

    [Fact]
    public void Parts_that_are_larger_together_are_no_thing() =>
        Assert.False(BlobParts.Join([s_upper with { Y = 84 }, s_lower with { Y = 118, Height = 12 }], 101, 101, s_size, 4, out _));

    [Fact]
    public void Small_things_have_no_parts() =>
        Assert.False(BlobParts.Join([new(100, 99, 2, 2, 4, 40), new(100, 102, 2, 2, 4, 40)], 100, 100, (6, 7), 4, out _));

    [Fact]
    public void Thing_is_alone_until_much_moves_around_it()
    {
        Blob leaf = new(130, 100, 6, 6, 30, 20);

        Assert.True(BlobParts.IsAlone([s_upper, s_lower], 101, 101, s_size, 4));
        Assert.True(BlobParts.IsAlone([s_upper, s_lower, leaf], 101, 101, s_size, 4));
        Assert.False(BlobParts.IsAlone([s_upper, s_lower, leaf, leaf with { X = 72 }, leaf with { Y = 128 }], 101, 101, s_size, 4));
    }

    [Fact]
    public void What_moves_farther_away_disturbs_nobody()
    {
        Blob far = new(300, 100, 60, 60, 3000, 20);

        Assert.True(BlobParts.IsAlone([s_upper, s_lower, far], 101, 101, s_size, 4));
    }
}
