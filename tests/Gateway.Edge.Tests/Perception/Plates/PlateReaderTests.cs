using EdgeGateway.Testing;
using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Buses.Video.Jpeg;
using Gateway.Drivers.Simulation.Plates;
using Gateway.Drivers.Simulation.Vehicles;
using Gateway.Edge.Perception.Pixels;
using Gateway.Edge.Perception.Plates;
using Gateway.Edge.Perception.Plates.Evaluation;

namespace Gateway.Edge.Tests.Perception.Plates;

public sealed class PlateReaderTests : IDisposable
{
    private readonly PlateEvaluationHost _host = new();

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(1, 400)]
    [InlineData(640, 360)]
    public void Black_pictures_hold_no_plate(int width, int height)
    {
        var black = new BgrImage(new byte[width * height * 3], width, height);

        Assert.Empty(_host.Reader.Read(black, null));
        Assert.Null(_host.Reader.ReadCut(black));
        Assert.Null(_host.Reader.ReadAt(black, new PixelBox(0, 0, width, height)));
        Assert.Empty(_host.Reader.Read(black, null, PlateEffort.Quick));
        Assert.Null(_host.Reader.ReadAt(black, new PixelBox(width - 1, height - 1, 3, 3), PlateEffort.Quick));
    }

    [Theory]
    [InlineData(13)]
    [InlineData(8)]
    [InlineData(5)]
    public async Task Quick_looks_read_a_clear_plate_and_measure_it_alike_near_and_far(double metres)
    {
        var approach = new VehicleApproach(VehicleLook.Of(PlateDesign.Of("沪A5F236")), await PlateGlyphs.SharedAsync(), LaneCamera.Usual(1280, 720)) { From = metres };
        var picture = new BgrImage(new byte[1280 * 720 * 3], 1280, 720);
        var truth = approach.Paint(picture, TimeSpan.Zero).Plate!.Value;

        var found = Assert.Single(_host.Reader.Read(picture, null, PlateEffort.Quick), reading => reading.Number is not null);
        var near = _host.Reader.ReadAt(picture, found.Box, PlateEffort.Quick);

        Assert.Equal("沪A5F236", found.Number!.Text);
        Assert.Equal("沪A5F236", near?.Number?.Text);
        Assert.InRange(near!.Box.Width / truth.Width, 0.92f, 1.1f);
    }

    [Theory]
    [InlineData(200, 150)]
    [InlineData(700, 300)]
    [InlineData(1280, 720)]
    public async Task Plate_is_spotted_in_the_part_that_moved_and_none_in_another(float width, float height)
    {
        var approach = new VehicleApproach(VehicleLook.Of(PlateDesign.Of("沪A5F236")), await PlateGlyphs.SharedAsync(), LaneCamera.Usual(1280, 720)) { From = 13 };
        var picture = new BgrImage(new byte[1280 * 720 * 3], 1280, 720);
        var truth = approach.Paint(picture, TimeSpan.Zero).Plate!.Value;
        var at = new PixelBox(truth.Least.X, truth.Least.Y, truth.Most.X - truth.Least.X, truth.Most.Y - truth.Least.Y);

        var found = _host.Reader.Spot(picture, null, new PixelBox(at.CentreX - (width / 2), at.CentreY - (height / 2), width, height));

        Assert.Equal("沪A5F236", Assert.Single(found, reading => reading.Number is not null).Number!.Text);
        Assert.True(found[0].Box.Overlap(at) > 0.5f);
        Assert.Empty(_host.Reader.Spot(picture, null, new PixelBox(0, 700, 20, 20)));
        Assert.Empty(_host.Reader.Spot(picture, new PixelBox(2000, 0, 10, 10), at));
    }

    [Fact]
    public void Noise_holds_no_plate()
    {
        var noise = new byte[320 * 240 * 3];
        new Random(3).NextBytes(noise);
        Assert.Empty(_host.Reader.Read(new BgrImage(noise, 320, 240), null));
    }

    [Fact]
    public void Region_outside_of_the_picture_or_empty_is_no_fault()
    {
        var picture = new BgrImage(new byte[64 * 64 * 3], 64, 64);
        Assert.Empty(_host.Reader.Read(picture, new PixelBox(500, 500, 10, 10)));
        Assert.Empty(_host.Reader.Read(picture, new PixelBox(-50, -50, 10, 10)));
        Assert.Null(_host.Reader.ReadAt(picture, new PixelBox(500, 500, 10, 10)));
    }

    [Fact]
    public void Plate_is_found_again_where_it_was_and_only_inside_the_region()
    {
        var folder = TestData.Require("plates_full");
        var label = LabelledPlate.ReadFolder(folder).First(plate => plate.Plate.Text == "苏AP0966");
        var picture = JpegCodec.Decode(File.ReadAllBytes(label.File));
        var found = _host.Reader.Read(picture, null)[0];

        Assert.Equal(label.Plate, found.Number);
        Assert.True(found.Confidence > 0.9f);
        Assert.Equal(7, found.Characters.Count);
        Assert.Equal(label.Plate, _host.Reader.ReadAt(picture, found.Box)?.Number);
        Assert.Equal(label.Plate, _host.Reader.Read(picture, found.Box.Grow(0.5f))[0].Number);
        var elsewhere = new PixelBox(0, 0, picture.Width, Math.Max(1, found.Box.Y - found.Box.Height));
        Assert.DoesNotContain(_host.Reader.Read(picture, elsewhere), reading => reading.Number == label.Plate);
    }

    [Fact]
    public void Half_a_plate_is_no_number()
    {
        var folder = TestData.Require("plates");
        foreach (var label in LabelledPlate.ReadFolder(folder).Take(20))
        {
            var whole = JpegCodec.Decode(File.ReadAllBytes(label.File));
            var half = Left(whole, whole.Width / 2);
            Assert.Null(_host.Reader.ReadCut(half)?.Number);
        }
    }

    [Fact]
    public void Odd_plates_are_read_or_left_alone_without_a_fault()
    {
        foreach (var file in Directory.GetFiles(TestData.Require("plates_full", "special"), "*.jpg"))
        {
            foreach (var reading in _host.Reader.Read(JpegCodec.Decode(File.ReadAllBytes(file)), null))
            {
                Assert.Equal(reading.Number?.Text.Length ?? 0, reading.Characters.Count);
                Assert.InRange(reading.Confidence, 0, 1);
            }
        }
    }

    public void Dispose() => _host.Dispose();

    private static BgrImage Left(BgrImage image, int width)
    {
        var pixels = new byte[width * image.Height * 3];
        for (var row = 0; row < image.Height; row++)
        {
            image.Span.Slice(row * image.Stride, width * 3).CopyTo(pixels.AsSpan(row * width * 3));
        }

        return new BgrImage(pixels, width, image.Height);
    }
}
