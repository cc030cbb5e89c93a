using Gateway.Edge.Perception.Pixels;

namespace Gateway.Edge.Tests.Perception.Pixels;

public sealed class SketchTests
{
    private static readonly Ink s_ink = new(9, 8, 7);

    [Fact]
    public void Figures_are_drawn_where_they_are()
    {
        var sketch = Sketch.Over(new byte[320 * 240], 320, 240);
        sketch.Box(100, 60, 20, 10, new Ink(0, 200, 0));
        sketch.Dot(100, 60, new Ink(0, 0, 255));
        sketch.Line((-50, 120), (500, 120), new Ink(255, 0, 0));

        Assert.Equal((0, 200, 0), At(sketch, 90, 55));
        Assert.Equal((0, 200, 0), At(sketch, 110, 65));
        Assert.Equal((0, 0, 255), At(sketch, 101, 60));
        Assert.Equal((0, 0, 0), At(sketch, 105, 60));
        Assert.Equal((255, 0, 0), At(sketch, 0, 120));
        Assert.Equal((255, 0, 0), At(sketch, 319, 120));
    }

    [Fact]
    public void What_lies_outside_or_nowhere_is_not_drawn()
    {
        var sketch = Sketch.Over(new byte[160 * 120], 160, 120);
        sketch.Box(-40, 500, 10, 10, new Ink(9, 9, 9));
        sketch.Line((0, 0), (double.NaN, 5), new Ink(9, 9, 9));
        sketch.Line((0, 0), (double.PositiveInfinity, 5), new Ink(9, 9, 9));
        sketch.Line((1e9, 0), (0, 1e9), new Ink(9, 9, 9));
        Assert.DoesNotContain((byte)9, sketch.Image.Span.ToArray());
    }

    [Fact]
    public void Thick_figures_keep_to_their_radius()
    {
        var sketch = Sketch.Over(new byte[100 * 80], 100, 80);
        sketch.Disc((20, 20), 3, s_ink);
        sketch.Circle((60, 40), 10, 1, s_ink);
        sketch.Stroke((10, 70), (90, 70), 2, s_ink);

        Assert.Equal((9, 8, 7), At(sketch, 23, 20));
        Assert.Equal((0, 0, 0), At(sketch, 23, 21));
        Assert.Equal((9, 8, 7), At(sketch, 71, 40));
        Assert.Equal((0, 0, 0), At(sketch, 60, 40));
        Assert.Equal((0, 0, 0), At(sketch, 72, 40));
        Assert.Equal((9, 8, 7), At(sketch, 50, 68));
        Assert.Equal((0, 0, 0), At(sketch, 50, 67));
        Assert.Equal((9, 8, 7), At(sketch, 92, 70));
    }

    [Fact]
    public void Grey_frame_is_copied_not_drawn_upon()
    {
        byte[] luma = [.. Enumerable.Repeat((byte)50, 40 * 30)];
        var sketch = Sketch.Over(luma, 40, 30);
        sketch.Disc((0, 0), 5, s_ink);

        Assert.Equal((50, 50, 50), At(sketch, 39, 29));
        Assert.DoesNotContain(luma, value => value != 50);
    }

    private static (byte Blue, byte Green, byte Red) At(Sketch sketch, int x, int y)
    {
        var pixel = sketch.Image.Span.Slice((y * sketch.Image.Stride) + (x * 3), 3);
        return (pixel[0], pixel[1], pixel[2]);
    }
}
