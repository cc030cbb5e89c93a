using System.Text;
using EdgeGateway.Testing;
using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Buses.Video.Jpeg;
using Gateway.Edge.Plans;
using Gateway.Edge.Tests.Perception.Png;

namespace Gateway.Edge.Tests.Plans;

public sealed class PlanUploadTests : IDisposable
{
    private readonly PlanUpload _upload = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, byte[], string> Bad => new()
    {
        { "nothing", [], "Choose a plan" },
        { "10 MB of text", [.. Enumerable.Repeat((byte)'a', 10 << 20)], "not a picture" },
        { "too many bytes", [.. PngFile.Plan(400, 300), .. new byte[PlanUpload.LargestBytes]], "too large" },
        { "svg", Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"), "SVG is not taken" },
        { "svg behind a prolog", Encoding.UTF8.GetBytes("\uFEFF<?xml version='1.0'?>\n<!-- plan --><SVG onload='alert(1)'/>"), "SVG is not taken" },
        { "html", Encoding.UTF8.GetBytes("<!doctype html><script>alert(1)</script>"), "not a picture" },
        { "gif", Encoding.UTF8.GetBytes("GIF89a and more of it"), "GIF is not taken" },
        { "pdf", Encoding.UTF8.GetBytes("%PDF-1.7 and more of it"), "PDF is not taken" },
        { "1 x 1", PngFile.Of(1, 1, colourType: 2, [0, 1, 2, 3]), "too small" },
        { "narrow", PngFile.Plan(2000, 299), "too small" },
        { "50,000 x 50,000 declared", PngFile.Of(50_000, 50_000, colourType: 0, new byte[5_000_000]), "too large" },
        { "long side", PngFile.Of(10_001, 300, colourType: 0, [0]), "too large" },
        { "cut short", PngFile.Plan(400, 300)[..500], "damaged" },
        { "fewer rows than declared", PngFile.Of(400, 300, colourType: 2, new byte[1000]), "damaged" },
        { "half a jpeg", JpegCodec.Encode(Grey(400, 300))[..700], "damaged" },
        { "jpeg of nothing", [0xFF, 0xD8, 0xFF, 0xE0, 0, 2], "damaged" },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task What_is_no_plan_is_refused_in_words_that_say_what_to_do(string what, byte[] file, string words)
    {
        var (picture, refusal) = await _upload.CleanAsync(file, Token);

        Assert.True(picture is null, what);
        Assert.Contains(words, refusal!.En, StringComparison.Ordinal);
        Assert.NotEqual(refusal.En, refusal.Zh);
    }

    [Fact]
    public async Task Interlaced_picture_is_refused_with_what_to_do()
    {
        var file = PngFile.Plan(400, 300);
        file[8 + 8 + 12] = 1;
        Assert.Contains("without interlacing", (await _upload.CleanAsync(file, Token)).Refusal!.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_of_the_file_survives_but_what_one_sees()
    {
        var file = PngFile.Plan(640, 480, ("tEXt", Encoding.ASCII.GetBytes("Comment\0<script>alert(1)</script>")));
        byte[] polyglot = [.. file, .. Encoding.ASCII.GetBytes("<script>alert(2)</script>PK\u0003\u0004")];

        var (picture, refusal) = await _upload.CleanAsync(polyglot, Token);

        Assert.Null(refusal);
        Assert.Equal((640, 480), (picture!.Width, picture.Height));
        Assert.DoesNotContain("script", Encoding.Latin1.GetString(picture.Jpeg), StringComparison.Ordinal);
        Assert.DoesNotContain("PK\u0003\u0004", Encoding.Latin1.GetString(picture.Jpeg), StringComparison.Ordinal);
        var shown = JpegCodec.Decode(picture.Jpeg);
        Assert.Equal((640, 480), (shown.Width, shown.Height));
        Assert.InRange(shown.Span[((100 * shown.Stride) + (100 * 3)) + 1], 220, 236);
    }

    [Fact]
    public async Task Photo_of_a_plan_is_upright_without_its_tags_and_no_larger_than_is_shown()
    {
        var photo = ExifTag.Insert(JpegCodec.Encode(Grey(3000, 1000)), orientation: 6);

        var (picture, refusal) = await _upload.CleanAsync(photo, Token);

        Assert.Null(refusal);
        Assert.Equal((800, PlanUpload.KeptSide), (picture!.Width, picture.Height));
        Assert.Equal(ExifOrientation.Unstated, JpegCodec.ReadHeader(picture.Jpeg).Orientation);
        Assert.DoesNotContain("Exif", Encoding.Latin1.GetString(picture.Jpeg), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_uploads_at_once_wait_for_each_other_and_one_that_gives_up_keeps_nobody_waiting()
    {
        var file = PngFile.Plan(1200, 900);
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _upload.CleanAsync(file, gone.Token));

        var both = await Task.WhenAll(_upload.CleanAsync(file, Token), _upload.CleanAsync(file, Token));

        Assert.All(both, result => Assert.NotNull(result.Picture));
    }

    [Fact]
    public void Shrunk_picture_is_the_average_of_what_it_was()
    {
        var pixels = new byte[6 * 2 * 3];
        for (var at = 0; at < pixels.Length; at++)
        {
            pixels[at] = (byte)(at / 3 % 2 == 0 ? 0 : 200);
        }

        var small = PictureShrink.To(new BgrImage(pixels, 6, 2), 3);

        Assert.Equal((3, 1), (small.Width, small.Height));
        Assert.All(small.Pixels, value => Assert.Equal(100, value));
        Assert.Same(small, PictureShrink.To(small, 3));
    }

    [Fact]
    public void Very_long_picture_keeps_at_least_a_row() =>
        Assert.Equal((10, 1), PictureShrink.To(new BgrImage(new byte[1000 * 3], 1000, 1), 10) is var small ? (small.Width, small.Height) : default);

    public void Dispose() => _upload.Dispose();

    private static BgrImage Grey(int width, int height)
    {
        var pixels = new byte[width * height * 3];
        new Random(7).NextBytes(pixels.AsSpan(0, pixels.Length / 2));
        return new BgrImage(pixels, width, height);
    }
}
