using Gateway.Edge.Perception.FallingObjects.Motion;

namespace Gateway.Edge.Tests.Perception.FallingObjects.Motion;

public sealed class RestlessCellsTests
{
    [Theory]
    [InlineData(1280, 720, 16)]
    [InlineData(1920, 1080, 24)]
    [InlineData(320, 240, 8)]
    public void Cells_grow_with_the_picture_and_cover_it(int width, int height, int cell)
    {
        var map = new RestlessCells(width, height);

        Assert.Equal(cell, map.Cell);
        Assert.InRange(map.Columns * map.Cell, width, width + cell - 1);
        Assert.InRange(map.Rows * map.Cell, height, height + cell - 1);
    }

    [Fact]
    public void What_always_moves_comes_near_one_what_fell_once_stays_near_zero_and_both_are_forgotten()
    {
        var map = new RestlessCells(640, 360);
        Blob tree = new(100, 100, 40, 20, 500, -30), fallen = new(400, 200, 4, 4, 16, 50);
        map.Take([tree, fallen]);
        for (var frame = 0; frame < 300; frame++)
        {
            map.Take([tree]);
        }

        Assert.InRange(map.At(100, 100), 0.98f, 1f);
        Assert.InRange(map.At(118, 92), 0.98f, 1f);
        Assert.InRange(map.At(400, 200), 0f, 0.01f);
        Assert.Equal(0, map.At(140, 100));
        for (var frame = 0; frame < 300; frame++)
        {
            map.Take([]);
        }

        Assert.InRange(map.At(100, 100), 0f, 0.02f);
    }

    [Fact]
    public void Points_and_boxes_beyond_the_edge_belong_to_the_nearest_cell()
    {
        var map = new RestlessCells(640, 360);

        map.Take([new(639, 359, 60, 60, 500, 30)]);

        Assert.True(map.At(900, 900) > 0);
        Assert.Equal(0, map.At(-5, -5));
    }
}
