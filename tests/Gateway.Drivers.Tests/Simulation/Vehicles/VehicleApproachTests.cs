using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Simulation.Plates;
using Gateway.Drivers.Simulation.Vehicles;

namespace Gateway.Drivers.Tests.Simulation.Vehicles;

public sealed class VehicleApproachTests
{
    private static readonly TimeSpan Frame = TimeSpan.FromMilliseconds(40);

    [Theory(Timeout = 120_000)]
    [InlineData(640, 360)]
    [InlineData(1280, 720)]
    public async Task Plate_is_at_least_100_pixels_wide_and_whole_where_the_vehicle_stops(int width, int height)
    {
        var approach = await ApproachAsync(width, height);
        var image = new BgrImage(new byte[width * height * 3], width, height);
        var truth = approach.Paint(image, TimeSpan.FromSeconds(6));
        Assert.Equal(VehicleMotion.Stops, truth.Distance, 0.1);
        Assert.True(truth.Plate!.Value.IsWithin(width, height));
        Assert.True(truth.Plate.Value.Width >= 100 * width / 640, $"{truth.Plate.Value.Width} pixels");
    }

    [Fact(Timeout = 120_000)]
    public async Task Vehicle_comes_at_its_speed_grows_and_comes_to_stand()
    {
        var approach = await ApproachAsync(640, 360);
        var image = new BgrImage(new byte[640 * 360 * 3], 640, 360);
        var truths = Enumerable.Range(0, 150).Select(i => approach.Paint(image, i * Frame)).ToList();
        Assert.Equal(VehicleMotion.Begins, truths[0].Distance, 1e-6);
        Assert.Equal(VehicleMotion.Usual, truths[0].Distance - truths[25].Distance, 0.1);
        Assert.Equal(truths.Select(truth => truth.Distance).OrderDescending(), truths.Select(truth => truth.Distance));
        var widths = truths.Select(truth => truth.Plate!.Value.Width).ToList();
        Assert.True(widths[^1] > 3 * widths[0]);
        Assert.Equal(truths[^2].Distance, truths[^1].Distance, 1e-2);
    }

    [Fact(Timeout = 120_000)]
    public async Task Vehicle_that_need_not_halt_drives_past_the_camera()
    {
        var approach = await ApproachAsync(320, 180, halts: false);
        var image = new BgrImage(new byte[320 * 180 * 3], 320, 180);
        var truth = approach.Paint(image, TimeSpan.FromSeconds(5));
        Assert.True(truth.Distance < -2);
        Assert.Null(truth.Plate);
    }

    [Fact(Timeout = 120_000)]
    public async Task Leaving_vehicle_shows_its_rear_and_shrinks()
    {
        var approach = await ApproachAsync(640, 360, leaves: true);
        var image = new BgrImage(new byte[640 * 360 * 3], 640, 360);
        var (near, far) = (approach.Paint(image, TimeSpan.Zero), approach.Paint(image, TimeSpan.FromSeconds(1)));
        Assert.Equal(VehicleMotion.Usual, far.Distance - near.Distance, 1e-6);
        Assert.True(far.Plate!.Value.Width < near.Plate!.Value.Width);
    }

    [Fact(Timeout = 120_000)]
    public async Task Same_time_gives_the_same_frame_and_the_next_another()
    {
        var approach = await ApproachAsync(320, 180);
        byte[] At(TimeSpan time)
        {
            var image = new BgrImage(new byte[320 * 180 * 3], 320, 180);
            approach.Paint(image, time);
            return image.Pixels;
        }

        var first = At(Frame);
        Assert.NotEqual(first, At(2 * Frame));
        Assert.Equal(first, At(Frame));
        Assert.Equal(first, await Task.Run(async () =>
        {
            var other = await ApproachAsync(320, 180);
            var image = new BgrImage(new byte[320 * 180 * 3], 320, 180);
            other.Paint(image, Frame);
            return image.Pixels;
        }));
    }

    [Fact(Timeout = 120_000)]
    public async Task Plate_is_painted_where_its_quad_says()
    {
        var approach = await ApproachAsync(640, 360);
        var image = new BgrImage(new byte[640 * 360 * 3], 640, 360);
        var quad = approach.Paint(image, TimeSpan.FromSeconds(6)).Plate!.Value;
        var (x, y) = ((int)(quad.A.X + (quad.Width * 0.02f) + 2), (int)((quad.A.Y + quad.D.Y) / 2));
        var at = ((y * 640) + x) * 3;
        Assert.True(image.Pixels[at] > image.Pixels[at + 2] + 60, "blue ground at the plate's left edge");
    }

    [Fact(Timeout = 120_000)]
    public async Task Picture_of_another_size_is_refused()
    {
        var approach = await ApproachAsync(320, 180);
        Assert.Throws<ArgumentException>(() => approach.Paint(new BgrImage(new byte[30], 5, 2), TimeSpan.Zero));
    }

    private static async Task<VehicleApproach> ApproachAsync(int width, int height, bool halts = true, bool leaves = false) =>
        new(VehicleLook.Of(PlateDesign.Of("京A12345")), await PlateGlyphs.SharedAsync(), LaneCamera.Usual(width, height))
        {
            Halts = halts,
            Leaves = leaves,
            From = leaves ? VehicleMotion.Stops : VehicleMotion.Begins,
        };
}
