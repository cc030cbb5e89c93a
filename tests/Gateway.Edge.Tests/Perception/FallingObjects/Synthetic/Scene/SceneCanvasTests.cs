using Gateway.Edge.Perception.FallingObjects.Synthetic.Scene;

namespace Gateway.Edge.Tests.Perception.FallingObjects.Synthetic.Scene;

public class SceneCanvasTests
{
    private const int Width = 80;
    private const int Height = 60;
    private readonly byte[] _frame = new byte[Width * Height];

    private double Area => _frame.Sum(pixel => pixel / 200.0);

    [Fact]
    public void A_box_covers_parts_of_pixels()
    {
        Canvas().Box(10.25, 20.5, 15.75, 24, 200);
        Assert.Equal(5.5 * 3.5, Area, 0.2);
        Assert.Equal(200, _frame[(22 * Width) + 12]);
        Assert.Equal(150, _frame[(22 * Width) + 10], 1.0);
    }

    [Fact]
    public void A_disc_covers_its_area()
    {
        Canvas().Disc(40, 30, 12, 8, 200);
        Assert.Equal(Math.PI * 12 * 8, Area, 8.0);
    }

    [Fact]
    public void A_streak_covers_its_length_and_round_ends()
    {
        Canvas().Streak(20, 20, 50, 20, 2, 200);
        Assert.Equal((30 * 4) + (Math.PI * 4), Area, 4.0);
    }

    [Fact]
    public void A_slanting_streak_covers_as_much_as_a_level_one()
    {
        Canvas().Streak(20, 10, 44, 42, 1.5, 200);
        Assert.Equal((40 * 3) + (Math.PI * 2.25), Area, 5.0);
    }

    [Fact]
    public void Shake_moves_what_is_painted_and_gain_dims_it()
    {
        new SceneCanvas(_frame, Width, Height, 3, -2, 0.5).Box(10, 20, 12, 22, 200);
        Assert.Equal(100, _frame[(18 * Width) + 13]);
        Assert.Equal(0, _frame[(20 * Width) + 10]);
    }

    [Theory]
    [InlineData(-500, -500)]
    [InlineData(0, 0)]
    [InlineData(80, 60)]
    [InlineData(900, 30)]
    public void What_reaches_out_of_the_picture_is_cut(double x, double y)
    {
        var canvas = Canvas();
        canvas.Box(x - 5, y - 5, x + 5, y + 5, 200);
        canvas.Disc(x, y, 9, 9, 200, 1, 9);
        canvas.Streak(x - 30, y - 30, x + 30, y + 40, 3, 200);
        Assert.True(Area < 600);
    }

    private SceneCanvas Canvas() => new(_frame, Width, Height, 0, 0, 1);
}
