using Gateway.Edge.Perception.Pixels;
using Gateway.Edge.Perception.Plates;

namespace Gateway.Edge.Tests.Perception.Plates.Tracking;

/// <summary>Plates that are small at first: vehicles that come from afar, and what would pass for one.</summary>
public sealed partial class PlateWatcherTests
{
    private const double FrameWay = 15 / 3.6 / 25; // metres at 15 km/h

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_vehicle_that_comes_from_afar_is_believed_before_it_has_moved_two_metres(int seed)
    {
        var random = new Random(seed);
        var metres = 0.0;
        for (; _told.Count == 0; metres += FrameWay)
        {
            Assert.InRange(metres, 0, 2);
            Wide(Restless(Readings.Ahead(13.7 - metres), random, 0.02));
        }

        Assert.True(Assert.Single(_told).Certain);
        Assert.True(metres > 1, "No box has shown a metre so soon.");
    }

    [Theory]
    [InlineData(40)]
    [InlineData(60)]
    [InlineData(102)] // 8 % of the picture
    public void A_small_screen_that_trembles_is_never_believed(float width)
    {
        var random = new Random(1);
        for (var frame = 0; frame < 75; frame++)
        {
            Wide(Restless(Readings.Box(640, 360, width), random, 0.03), Tremor(frame, width));
        }

        Assert.True(_told[^1].Flat);
        Assert.All(_told, sighting => Assert.False(sighting.Certain));
    }

    [Fact]
    public void A_small_screen_that_a_trembling_hand_zooms_is_never_believed()
    {
        for (var frame = 0; frame < 100; frame++)
        {
            Wide(Readings.Box(640, 360, Math.Min(102 + frame, 124)), Tremor(frame, 102));
        }

        Assert.True(_told[^1].Flat);
        Assert.All(_told, sighting => Assert.False(sighting.Certain));
    }

    [Fact]
    public void Trembling_revokes_what_an_approach_made_certain()
    {
        for (var metres = 0.0; metres < 3; metres += FrameWay)
        {
            Wide(Readings.Ahead(12 - metres));
        }

        Assert.True(_told[^1].Certain);
        for (var frame = 0; frame < 50; frame++)
        {
            Wide(Readings.Ahead(9), Tremor(frame, 122));
        }

        Assert.True(_told[^1].Flat);
        Assert.False(_told[^1].Certain);
    }

    [Fact]
    public void A_vehicle_that_was_certain_stays_so_when_it_stands()
    {
        for (var metres = 0.0; metres < 3; metres += FrameWay)
        {
            Wide(Readings.Ahead(12 - metres));
        }

        for (var frame = 0; frame < 75; frame++)
        {
            Wide(Readings.Ahead(9));
        }

        Assert.All(_told, sighting => Assert.True(sighting.Certain));
    }

    [Fact]
    public void Boxes_that_cannot_be_read_do_not_make_an_approach()
    {
        // The trembling keeps rest from making it certain; the way alone would have.
        for (var (frame, metres) = (0, 0.0); metres < 3; frame++, metres += FrameWay)
        {
            var box = Readings.Ahead(12 - metres);
            Show(frame < 3 ? Readings.Of("京A12345", box) : Readings.Of(null, box), box, default);
        }

        Assert.All(_told, sighting => Assert.False(sighting.Certain));
    }

    [Fact]
    public void Boxes_at_the_edge_of_the_picture_do_not_make_an_approach()
    {
        for (var frame = 0; frame < 15; frame++)
        {
            var box = Readings.Ahead(12 - (frame * FrameWay));
            Wide(box with { Y = 0 });
        }

        Assert.All(_told, sighting => Assert.False(sighting.Certain));
    }

    private static (double X, double Y) Tremor(int frame, float width) => (0.02 * width * Math.Sin(frame * 1.3), 0.013 * width * Math.Cos(frame * 0.9));

    private static PixelBox Restless(PixelBox box, Random random, double unrest) => box with
    {
        Width = (float)(box.Width * (1 + (unrest * (random.NextDouble() - 0.5)))),
        Height = (float)(box.Height * (1 + (unrest * (random.NextDouble() - 0.5)))),
    };

    private void Wide(PixelBox box, (double X, double Y) shift = default) => Show(Readings.Of("京A12345", box), box, shift);

    private void Show(PlateReading plate, PixelBox box, (double X, double Y) shift)
    {
        _reader.Shows = [plate];
        Look(Readings.Wide(box, shift.X, shift.Y));
    }
}
