using Gateway.Drivers.Buses.Video;
using Gateway.Edge.Perception.Pixels;
using Gateway.Edge.Perception.Plates.Tracking;

namespace Gateway.Edge.Tests.Perception.Plates.Tracking;

public sealed class SceneChangeTests
{
    private static readonly PixelBox Whole = new(0, 0, 640, 360);
    private readonly SceneChange _scene = new();

    [Fact]
    public void All_of_it_is_new_until_a_frame_has_been_remembered()
    {
        Assert.False(_scene.Knows);
        Assert.Equal(Whole, _scene.Look(Picture(), Whole));
        Assert.Equal(Whole, _scene.Look(Picture(), Whole));
        _scene.Remember();
        Assert.True(_scene.Knows);
        Assert.Null(_scene.Look(Picture(), Whole));
    }

    [Theory]
    [InlineData(300, 150, 80, 60)]
    [InlineData(0, 0, 90, 90)]
    [InlineData(560, 290, 80, 70)]
    public void Box_of_the_change_holds_it_with_a_margin_and_not_all_the_rest(float x, float y, float width, float height)
    {
        _scene.Look(Picture(), Whole);
        _scene.Remember();
        var change = new PixelBox(x, y, width, height);

        var found = Assert.NotNull(_scene.Look(Picture(change), Whole));

        Assert.Equal(found, found.With(change));
        Assert.InRange(found.Width, width, width + 160);
        Assert.InRange(found.Height, height, height + 160);
        Assert.Equal(Whole, Whole.With(found));
    }

    [Fact]
    public void What_changes_beside_the_region_is_not_told()
    {
        var region = new PixelBox(320, 0, 320, 360);
        _scene.Look(Picture(), region);
        _scene.Remember();
        Assert.Null(_scene.Look(Picture(new PixelBox(0, 0, 300, 300)), region));
        Assert.Equal(region, region.With(Assert.NotNull(_scene.Look(Picture(new PixelBox(400, 100, 60, 60)), region))));
    }

    private static BgrImage Picture(PixelBox bright = default)
    {
        var image = new BgrImage(new byte[640 * 360 * 3], 640, 360);
        for (var y = (int)bright.Y; y < bright.Bottom; y++)
        {
            image.Pixels.AsSpan(((y * 640) + (int)bright.X) * 3, (int)bright.Width * 3).Fill(200);
        }

        return image;
    }
}
