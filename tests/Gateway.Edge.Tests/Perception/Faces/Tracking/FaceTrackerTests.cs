using Gateway.Edge.Perception.Faces;
using Gateway.Edge.Perception.Faces.Detection;
using Gateway.Edge.Perception.Faces.Tracking;
using Gateway.Edge.Perception.Pixels;

namespace Gateway.Edge.Tests.Perception.Faces.Tracking;

public sealed class FaceTrackerTests
{
    private static readonly DateTimeOffset Noon = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Face_is_one_track_from_frame_to_frame_and_another_after_the_clock_was_set_back()
    {
        var tracker = new FaceTracker(new FaceOptions());
        FaceBox[] boxes = [new(new PixelBox(100, 100, 200, 200), 0.9f)];

        tracker.Update(boxes, Noon);
        tracker.Update(boxes, Noon.AddSeconds(0.1));
        Assert.Equal([1L], Followed(tracker));
        tracker.Update(boxes, Noon.AddHours(-2));

        Assert.Equal([2L], Followed(tracker));
    }

    private static long[] Followed(FaceTracker tracker) => [.. tracker.Tracks.ToArray().Where(track => track.Active).Select(track => track.Id)];
}
