using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Buses.Video.Jpeg;
using Gateway.Edge.Alerts.Strangers.Feedback;
using Gateway.Edge.Tests.Alerts.Strangers.Visits;

namespace Gateway.Edge.Tests.Alerts.Strangers.Feedback;

public sealed class FeedbackTests : IDisposable
{
    private readonly VisitsFixture _fixture = new();

    [Fact]
    public void Rate_of_a_camera_counts_what_was_judged_and_no_percentage_of_one()
    {
        for (var face = 0; face < 12; face++)
        {
            var visit = _fixture.Visit(face, "east", "west");
            if (face < 10)
            {
                Say(visit.Id, face < 2 ? StrangerVerdict.FalseAlarm : face < 5 ? StrangerVerdict.NotRecognised : StrangerVerdict.Visitor);
            }
        }

        Say(_fixture.Visit(50, "north").Id, StrangerVerdict.FalseAlarm);

        var (east, north) = (Rates()[0], Rates()[1]);
        Assert.Equal(("east", 12, 10, 3, 2), (east.Gate, east.Alerts, east.Judged, east.NotRecognised, east.FalseAlarms));
        Assert.Equal((5, 50), (east.Wrong, east.Percent));
        Assert.Equal(("north", 1, 1, null), (north.Gate, north.Wrong, north.Judged, north.Percent));
        Assert.Equal(2, Rates().Count);
    }

    [Fact]
    public void Last_word_counts_the_same_word_twice_is_one_and_none_takes_it_back()
    {
        var visit = _fixture.Visit(1, "east");
        Say(visit.Id, StrangerVerdict.FalseAlarm);
        Say(visit.Id, StrangerVerdict.FalseAlarm);
        Assert.Equal((1, 1), (Rates()[0].Judged, Rates()[0].FalseAlarms));

        Say(visit.Id, StrangerVerdict.NotRecognised, new PortraitView(40, 80));
        Assert.Equal((1, 0, 1), (Rates()[0].Judged, Rates()[0].FalseAlarms, Rates()[0].NotRecognised));
        Assert.Equal(new PortraitView(40, 80), _fixture.Store.FeedbackOf(visit.Id)!.View);
        _fixture.Restart();
        Assert.Equal("guard, 10.0.0.7", _fixture.Store.FeedbackOf(visit.Id)!.By);

        _fixture.Store.Say(visit.Id, null);
        Assert.Null(_fixture.Store.FeedbackOf(visit.Id));
        Assert.Equal(0, Rates()[0].Judged);
    }

    [Fact]
    public void Rates_look_back_thirty_days_and_feedback_goes_with_its_visit()
    {
        var visit = _fixture.Visit(1, "east");
        Say(visit.Id, StrangerVerdict.FalseAlarm);
        _fixture.Clock.Advance(TimeSpan.FromDays(31));
        Assert.Empty(Rates());

        _fixture.Tick();
        Assert.Null(_fixture.Store.FeedbackOf(visit.Id));
    }

    [Theory]
    [InlineData(40, 200, true, false, false)]
    [InlineData(128, 200, false, false, false)]
    [InlineData(220, 200, false, true, false)]
    [InlineData(128, 120, false, false, true)]
    public void Portrait_tells_whether_its_camera_is_too_dark_too_bright_or_too_far(int luma, int height, bool dark, bool bright, bool small)
    {
        var view = PortraitView.Of(Grey(luma, 160, height))!;

        Assert.Equal((dark, bright, small), (view.IsDark, view.IsBright, view.IsSmall));
        Assert.InRange(view.Luma, luma - 3, luma + 3);
        Assert.Equal(height / 2, view.FaceHeight);
    }

    [Fact]
    public void Blurred_portrait_keeps_six_squares_a_side_and_nothing_finer()
    {
        var pixels = new byte[240 * 240 * 3];
        for (var i = 0; i < 240 * 240; i++)
        {
            // A chequerboard of single pixels: the finest detail there is.
            pixels.AsSpan(i * 3, 3).Fill((byte)((i + (i / 240)) % 2 == 0 ? 255 : 0));
        }

        var blurred = JpegCodec.Decode(BlurredPortrait.Of(JpegCodec.Encode(new BgrImage(pixels, 240, 240), 95))!);

        Assert.Equal((96, 96), (blurred.Width, blurred.Height));
        Assert.All(blurred.Span.ToArray(), value => Assert.InRange(value, 115, 140));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 500)]
    public void Odd_pictures_are_blurred_and_measured_and_garbage_is_none(int width, int height)
    {
        Assert.NotNull(BlurredPortrait.Of(Grey(100, width, height)));
        Assert.NotNull(PortraitView.Of(Grey(100, width, height)));
        Assert.Null(BlurredPortrait.Of([1, 2, 3]));
        Assert.Null(PortraitView.Of([1, 2, 3]));
    }

    public void Dispose() => _fixture.Dispose();

    internal static byte[] Grey(int luma, int width, int height)
    {
        var pixels = new byte[width * height * 3];
        Array.Fill(pixels, (byte)luma);
        return JpegCodec.Encode(new BgrImage(pixels, width, height), 95);
    }

    private IReadOnlyList<CameraRate> Rates() => _fixture.Store.Rates(_fixture.Now - TimeSpan.FromDays(30));

    private void Say(Guid visit, StrangerVerdict verdict, PortraitView? view = null) =>
        _fixture.Store.Say(visit, new VisitFeedback(verdict, "guard, 10.0.0.7", _fixture.Now, view));
}
