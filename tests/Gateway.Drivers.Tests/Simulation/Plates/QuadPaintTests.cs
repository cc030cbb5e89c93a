using System.Numerics;
using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Simulation.Plates;
using Gateway.Drivers.Simulation.Vehicles;

namespace Gateway.Drivers.Tests.Simulation.Plates;

public sealed class QuadPaintTests
{
    private static readonly PictureQuad Skewed = new(new(20, 10), new(90, 25), new(85, 60), new(15, 50));

    [Fact]
    public void Projection_takes_the_corners_to_the_unit_square()
    {
        var inverse = QuadPaint.ToUnit(Skewed);
        Assert.Equal(0, (QuadPaint.Apply(inverse, 20, 10) - Vector2.Zero).Length(), 1e-4);
        Assert.Equal(0, (QuadPaint.Apply(inverse, 90, 25) - Vector2.UnitX).Length(), 1e-4);
        Assert.Equal(0, (QuadPaint.Apply(inverse, 85, 60) - Vector2.One).Length(), 1e-4);
        Assert.Equal(0, (QuadPaint.Apply(inverse, 15, 50) - Vector2.UnitY).Length(), 1e-4);
    }

    [Fact]
    public void Picture_fills_its_corners_and_nothing_else()
    {
        var target = new BgrImage(new byte[100 * 70 * 3], 100, 70);
        var source = new BgrImage(Enumerable.Repeat((byte)200, 40 * 20 * 3).ToArray(), 40, 20);
        QuadPaint.Paint(PaintTarget.Of(target), source, Skewed);
        Assert.Equal(200, target.Pixels[((35 * 100) + 50) * 3]);
        Assert.Equal(0, target.Pixels[((5 * 100) + 50) * 3]);
        Assert.Equal(0, target.Pixels[((65 * 100) + 50) * 3]);
        Assert.Equal(0, target.Pixels[((35 * 100) + 95) * 3]);
    }

    [Fact]
    public void Quad_that_reaches_beyond_the_picture_is_cut_off()
    {
        var target = new BgrImage(new byte[30 * 20 * 3], 30, 20);
        var source = new BgrImage(Enumerable.Repeat((byte)255, 30).ToArray(), 5, 2);
        var quad = PictureQuad.Of(-10, -10, 60, 15);
        QuadPaint.Paint(PaintTarget.Of(target), source, quad);
        Assert.False(quad.IsWithin(30, 20));
        Assert.Equal(255, target.Pixels[0]);
        Assert.Equal(0, target.Pixels[(15 * 30 * 3) + 3]);
    }

    [Fact]
    public void Upright_quad_knows_its_sides_and_moves()
    {
        var quad = PictureQuad.Of(2, 3, 20, 10);
        Assert.Equal((20f, 10f), (quad.Width, quad.Height));
        Assert.Equal(PictureQuad.Of(5, 7, 40, 20), quad.Move(2, new Vector2(1, 1)));
        Assert.True(quad.IsWithin(22, 13));
        Assert.False(quad.IsWithin(21, 13));
    }
}
