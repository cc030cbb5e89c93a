using System.Text;
using System.Text.Json;
using Gateway.Drivers.Buses.Video.Jpeg;
using Gateway.Edge.Alerts.FallingObjects;

namespace Gateway.Edge.Tests.Alerts.FallingObjects;

/// <summary>A fall as data, as a mask and as a picture.</summary>
public sealed class TrackTests
{
    private static readonly SeenFall Seen = SampleFalls.Seen(new FacadeCamera());
    private static readonly TrackDocument Track = SampleFalls.TrackOf(Seen);

    [Fact]
    public void Track_holds_all_that_is_needed_to_judge_it_again_and_reads_back()
    {
        var bytes = Track.ToBytes();
        var json = JsonDocument.Parse(bytes).RootElement;
        Assert.Equal(TrackDocument.CurrentFormat, json.GetProperty("format").GetString());
        Assert.Equal(9.81, json.GetProperty("settings").GetProperty("gravity").GetDouble());
        Assert.Equal(Seen.Fall.Track.Count, json.GetProperty("points").GetArrayLength());
        Assert.Equal(19, json.GetProperty("facade").GetProperty("floorRows").GetArrayLength());
        Assert.NotEqual("0", json.GetProperty("software").GetString());

        var read = TrackDocument.Read(bytes)!;
        Assert.Equal(Track.Points, read.Points);
        Assert.Equal(bytes, read.ToBytes());
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"format\":\"edgegateway-fall/9\"}")]
    public void Bytes_of_another_form_are_no_track(string text) => Assert.Null(TrackDocument.Read(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Mask_shows_every_point_and_the_window_above_and_little_else()
    {
        var mask = TrackMask.Of(Track);
        Assert.All(Track.Points, point => Assert.True(mask.Shows((int)point.X, (int)point.Y)));
        Assert.True(mask.Shows((int)Track.Points[0].X, (int)Track.Points[0].Y - 5));
        var shown = Enumerable.Range(0, mask.Height).Sum(y => Enumerable.Range(0, mask.Width).Count(x => mask.Shows(x, y)));
        Assert.InRange((double)shown / (mask.Width * mask.Height), 0.02, 0.25);
    }

    [Fact]
    public void Mask_as_a_picture_is_the_same_mask()
    {
        var mask = TrackMask.Of(Track);
        var pgm = mask.ToPgm();
        var head = $"P5\n{mask.Width} {mask.Height}\n255\n";
        Assert.Equal(head, Encoding.ASCII.GetString(pgm, 0, head.Length));
        Assert.Equal(mask.Width * mask.Height, pgm.Length - head.Length);
        Assert.All(
            Enumerable.Range(0, mask.Width * mask.Height),
            at => Assert.Equal(mask.Shows(at % mask.Width, at / mask.Width) ? 255 : 0, pgm[head.Length + at]));
    }

    [Fact]
    public void Picture_shows_the_path_and_leaves_the_rest_as_it_was()
    {
        var picture = JpegCodec.Decode(TrackPicture.Draw(Seen.Frame!, Track, mask: null));
        Assert.Equal((FacadeCamera.PictureWidth, FacadeCamera.PictureHeight), (picture.Width, picture.Height));
        var middle = Track.Points[Track.Points.Count / 2];
        var at = ((int)middle.Y * picture.Stride) + ((int)middle.X * 3);
        Assert.True(picture.Pixels[at + 2] - picture.Pixels[at] > 60, "the path is drawn in colour");
        Assert.Equal(picture.Pixels[picture.ByteCount - 3], picture.Pixels[picture.ByteCount - 1]);
    }

    [Fact]
    public void Masked_picture_hides_what_a_window_away_from_the_path_shows()
    {
        // A chequered wall: every second pixel is bright.
        var luma = Enumerable.Range(0, FacadeCamera.PictureWidth * FacadeCamera.PictureHeight).Select(i => (byte)(i % 2 * 200)).ToArray();
        var frame = Seen.Frame! with { Luma = luma };
        var mask = TrackMask.Of(Track);
        var masked = JpegCodec.Decode(TrackPicture.Draw(frame, Track, mask));
        var hidden = Contrast(masked.Pixels, masked.Stride, row: FacadeCamera.PictureHeight / 2, column: 8);
        var open = JpegCodec.Decode(TrackPicture.Draw(frame, Track, mask: null));
        Assert.False(mask.Shows(8, FacadeCamera.PictureHeight / 2));
        Assert.True(hidden < 12, $"{hidden} is left of the windows");
        Assert.True(Contrast(open.Pixels, open.Stride, FacadeCamera.PictureHeight / 2, 8) > 60);
    }

    private static int Contrast(byte[] pixels, int stride, int row, int column)
    {
        var line = Enumerable.Range(column, 8).Select(x => (int)pixels[(row * stride) + (x * 3)]).ToList();
        return line.Max() - line.Min();
    }
}
