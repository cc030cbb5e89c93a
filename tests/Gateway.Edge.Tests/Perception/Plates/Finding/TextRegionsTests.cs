using System.Numerics;
using Gateway.Edge.Perception.Pixels;
using Gateway.Edge.Perception.Plates.Finding;

namespace Gateway.Edge.Tests.Perception.Plates.Finding;

public sealed class TextRegionsTests
{
    private const int Width = 96, Height = 64;

    private readonly TextBox[] _found = new TextBox[8];

    [Fact]
    public void Upright_bar_is_found_and_grown_by_area_over_perimeter()
    {
        var map = new float[Width * Height];
        Paint(map, place => place.X is > 20 and < 60 && place.Y is > 30 and < 40, 0.9f);

        var count = new TextRegions().Find(map, Width, Height, TextThresholds.Usual, _found);

        Assert.Equal(1, count);
        var growth = 1.6f * 40 * 10 / (2 * 50);
        Assert.Equal(0.9f, _found[0].Score, 0.01f);
        Near(new Vector2(20 - growth, 30 - growth), _found[0].Quad.TopLeft);
        Near(new Vector2(60 + growth, 40 + growth), _found[0].Quad.BottomRight);
    }

    [Theory]
    [InlineData(-25)]
    [InlineData(12)]
    [InlineData(30)]
    public void Tilted_bar_is_found_with_its_tilt(float degrees)
    {
        var (sine, cosine) = MathF.SinCos(degrees * MathF.PI / 180);
        var map = new float[Width * Height];
        Paint(map, place =>
        {
            var from = place - new Vector2(48, 32);
            return Math.Abs((cosine * from.X) + (sine * from.Y)) < 28 && Math.Abs((cosine * from.Y) - (sine * from.X)) < 6;
        }, 1);

        Assert.Equal(1, new TextRegions().Find(map, Width, Height, TextThresholds.Usual with { Growth = 0 }, _found));

        var along = _found[0].Quad.TopRight - _found[0].Quad.TopLeft;
        Assert.Equal(degrees, MathF.Atan2(along.Y, along.X) * 180 / MathF.PI, 3f);
        Assert.Equal(56, _found[0].Quad.Width, 3f);
        Assert.Equal(12, _found[0].Quad.Height, 3f);
    }

    [Fact]
    public void Faint_specks_and_tiny_spots_are_no_text()
    {
        var map = new float[Width * Height];
        Paint(map, place => place.X < 30 && place.Y < 12, 0.4f);
        Paint(map, place => place.X is > 50 and < 52 && place.Y is > 50 and < 52, 1);

        Assert.Equal(0, new TextRegions().Find(map, Width, Height, TextThresholds.Usual, _found));
        Assert.Equal(1, new TextRegions().Find(map, Width, Height, TextThresholds.Faint, _found));
    }

    [Fact]
    public void Map_full_of_text_and_more_regions_than_room_stay_within_bounds()
    {
        var map = new float[Width * Height];
        Array.Fill(map, 1);
        Assert.Equal(1, new TextRegions().Find(map, Width, Height, TextThresholds.Usual, _found));

        Paint(map, place => ((int)place.X / 6 % 2) + ((int)place.Y / 6 % 2) != 0, 0);
        Assert.Equal(_found.Length, new TextRegions().Find(map, Width, Height, TextThresholds.Usual, _found));
    }

    [Fact]
    public void Slanted_ground_keeps_its_corners()
    {
        var map = new float[Width * Height];
        Paint(map, place => place.Y - (place.X * 0.3f) is > 5 and < 25 && place.X is > 10 and < 80, 1);

        Assert.Equal(1, new TextRegions().Find(map, Width, Height, TextThresholds.SlantedGround, _found));

        Near(new Vector2(10, 8), _found[0].Quad.TopLeft);
        Near(new Vector2(80, 49), _found[0].Quad.BottomRight);
        Near(new Vector2(10, 28), _found[0].Quad.BottomLeft);
    }

    [Fact]
    public void Smallest_rectangle_of_one_point_or_a_line_is_no_fault()
    {
        var hull = new Vector2[5];
        Assert.Equal(new Vector2(3, 4), SmallestRectangle.Around([new Vector2(3, 4)], hull).Centre);
        Near(new Vector2(2, 2), SmallestRectangle.Around([new Vector2(0, 0), new Vector2(4, 4)], hull).Centre);
        Assert.Equal(new Vector2(3, 4), SmallestRectangle.Around([new Vector2(3, 4), new Vector2(3, 4)], hull).Centre);
    }

    [Fact]
    public void Province_and_rest_are_joined_and_two_rows_are_stacked()
    {
        TextBox[] side = [Box(10, 10, 20, 20), Box(35, 10, 90, 20)];
        Assert.Contains(new PlatePlaces().Of(side), place => place.Second is null && Math.Abs(place.Bounds.Width - 115) < 1);

        TextBox[] rows = [Box(40, 10, 40, 20), Box(20, 33, 90, 30)];
        Assert.Contains(new PlatePlaces().Of(rows), place => place.Second is not null && place.Row.Centre.Y < place.Second.Value.Centre.Y);

        TextBox[] apart = [Box(10, 10, 20, 20), Box(200, 150, 90, 20)];
        Assert.DoesNotContain(new PlatePlaces().Of(apart), place => place.Bounds.Width > 100);
    }

    private static TextBox Box(float x, float y, float width, float height) => new(Quad.Of(new PixelBox(x, y, width, height)), 0.9f);

    private static void Near(Vector2 expected, Vector2 actual) => Assert.True(Vector2.Distance(expected, actual) < 2.5f, $"{actual} is not near {expected}");

    private static void Paint(float[] map, Predicate<Vector2> inside, float value)
    {
        for (var at = 0; at < map.Length; at++)
        {
            map[at] = inside(new Vector2((at % Width) + 0.5f, (at / Width) + 0.5f)) ? value : map[at];
        }
    }
}
