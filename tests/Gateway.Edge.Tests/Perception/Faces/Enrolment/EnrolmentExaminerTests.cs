using EdgeGateway.Testing;
using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Buses.Video.Jpeg;
using Gateway.Edge.Perception.Faces;
using Gateway.Edge.Perception.Faces.Enrolment;
using Gateway.Edge.Perception.Faces.Recognition;
using Gateway.Edge.Perception.Pixels;
using Microsoft.Extensions.Options;

namespace Gateway.Edge.Tests.Perception.Faces.Enrolment;

public sealed class EnrolmentExaminerTests : IDisposable
{
    private readonly EnrolmentExaminer _examiner = new(FaceModels.Registry, Options.Create(new FaceOptions()));

    [Fact]
    public void Good_photo_yields_a_unit_template_of_that_person()
    {
        var one = Examine(FaceSheet.Cut(0, 0));
        var same = Examine(FaceSheet.Cut(0, 4));
        var other = Examine(FaceSheet.Cut(2, 11));

        Assert.True(one.Accepted, one.Reason?.En);
        Assert.Null(one.Refusal);
        Assert.InRange(one.Quality, 0.05f, 1);
        Assert.True(UnitVector.Cosine(one.Template, same.Template) > 0.5f);
        Assert.True(UnitVector.Cosine(one.Template, other.Template) < 0.4f);
    }

    [Fact]
    public void Picture_without_a_face_is_refused() => AssertRefused("no-face", Examine(FaceSheet.Scene()));

    [Fact]
    public void Picture_of_two_people_is_refused() =>
        AssertRefused("two-faces", Examine(FaceSheet.Scene(900, 500).Paint(FaceSheet.Cut(0, 0), 60, 90).Paint(FaceSheet.Cut(2, 11), 520, 90)));

    [Fact]
    public void Far_away_face_is_refused() => AssertRefused("too-small", Examine(FaceSheet.Scene(640, 480).Paint(FaceSheet.Cut(0, 0, 100), 270, 190)));

    [Fact]
    public void Dark_face_is_refused() => AssertRefused("too-dark", Examine(Map(FaceSheet.Cut(0, 0), value => value / 8)));

    [Fact]
    public void Overexposed_face_is_refused() => AssertRefused("too-bright", Examine(Map(FaceSheet.Cut(0, 0), value => 225 + (value / 9))));

    [Fact]
    public void Blurred_face_is_refused() => AssertRefused("blurred", Examine(Enlarge(FaceSheet.Cut(0, 0, 36), 400)));

    [Theory]
    [InlineData(6)]
    [InlineData(8)]
    [InlineData(3)]
    public void Telephone_photo_is_turned_upright(int orientation)
    {
        var upright = Examine(FaceSheet.Cut(0, 0));
        var turned = UprightImage.Of(FaceSheet.Cut(0, 0), orientation switch
        {
            6 => ExifOrientation.TurnCounterClockwise,
            8 => ExifOrientation.TurnClockwise,
            _ => ExifOrientation.UpsideDown,
        });

        var photo = _examiner.Examine(ExifTag.Insert(JpegCodec.Encode(turned, 95), orientation));

        Assert.True(photo.Accepted, photo.Reason?.En);
        Assert.True(UnitVector.Cosine(upright.Template, photo.Template) > 0.95f);
    }

    [Fact]
    public void Truncated_photo_is_refused()
    {
        var jpeg = JpegCodec.Encode(FaceSheet.Cut(0, 0));

        AssertRefused("unreadable", _examiner.Examine(jpeg.AsSpan(0, jpeg.Length / 2)));
        AssertRefused("unreadable", _examiner.Examine(jpeg.AsSpan(0, 40)));
        AssertRefused("unreadable", _examiner.Examine([]));
    }

    [Fact]
    public void Other_formats_are_refused_by_name()
    {
        var photo = _examiner.Examine([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0]);

        AssertRefused("unreadable", photo);
        Assert.Contains("PNG", photo.Reason!.En, StringComparison.Ordinal);
        Assert.Contains("PNG", photo.Reason.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Picture_that_declares_monstrous_sides_is_refused_before_decoding()
    {
        var jpeg = JpegCodec.Encode(FaceSheet.Cut(0, 0));
        var frame = jpeg.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC0]);
        (jpeg[frame + 5], jpeg[frame + 6], jpeg[frame + 7], jpeg[frame + 8]) = (0xEA, 0x60, 0xEA, 0x60);
        var before = GC.GetTotalAllocatedBytes(precise: true);

        var photo = _examiner.Examine(jpeg);

        AssertRefused("too-large", photo);
        Assert.Contains("60,000 x 60,000", photo.Reason!.En, StringComparison.Ordinal);
        Assert.True(GC.GetTotalAllocatedBytes(precise: true) - before < 50_000_000);
    }

    [Fact]
    public void Most_portraits_of_a_real_collection_are_accepted_and_none_throws()
    {
        var folder = TestData.Require("faces");
        var photos = Directory.EnumerateFiles(folder, "*.jpg", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Where((_, index) => index % 4 == 0)
            .Select(file => _examiner.Examine(File.ReadAllBytes(file))).ToList();

        Assert.All(photos, photo => Assert.Equal(photo.Accepted, photo.Reason is null));
        Assert.True(photos.Count(photo => photo.Accepted) >= photos.Count * 0.7);
    }

    public void Dispose() => _examiner.Dispose();

    private static void AssertRefused(string code, EnrolmentPhoto photo)
    {
        Assert.False(photo.Accepted);
        Assert.Equal(code, photo.Refusal);
        Assert.NotEmpty(photo.Reason!.Zh);
        Assert.NotEmpty(photo.Reason.En);
    }

    private static BgrImage Map(BgrImage image, Func<byte, int> change) =>
        new([.. image.Span.ToArray().Select(value => (byte)Math.Clamp(change(value), 0, 255))], image.Width, image.Height);

    private static BgrImage Enlarge(BgrImage image, int side)
    {
        var planes = new float[3 * side * side];
        new Resampler(side, side).Sample(image, new PixelBox(0, 0, image.Width, image.Height), planes);
        var pixels = new byte[planes.Length];
        for (var index = 0; index < pixels.Length; index++)
        {
            pixels[index] = (byte)Math.Clamp(planes[(index % 3 * side * side) + (index / 3)], 0, 255);
        }

        return new BgrImage(pixels, side, side);
    }

    private EnrolmentPhoto Examine(BgrImage image) => _examiner.Examine(JpegCodec.Encode(image, 92));
}
