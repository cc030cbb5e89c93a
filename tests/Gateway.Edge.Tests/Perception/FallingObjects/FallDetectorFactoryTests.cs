using System.Text.Json;
using Gateway.Edge.Perception.FallingObjects;
using Gateway.Edge.Perception.FallingObjects.Motion;
using Gateway.Edge.Tests.Perception.FallingObjects.Motion;
using Gateway.Edge.Tests.Perception.FallingObjects.Physics;

namespace Gateway.Edge.Tests.Perception.FallingObjects;

/// <summary>From painted pixels to a floor, with all parts together.</summary>
public sealed class FallDetectorFactoryTests
{
    private static readonly PinholeCamera s_camera = new(new(Tilt: 30, Height: 3, Distance: 30, FocalLength: 0.9), MotionScene.Width, MotionScene.Height);

    [Theory]
    [InlineData(60)]
    [InlineData(-50)]
    public void A_painted_fall_is_told_once_with_its_floor(int contrast)
    {
        var fall = Assert.Single(Run(31, contrast));

        Assert.InRange(fall.Origin!.Floor, 10, 12);
        Assert.InRange(fall.Began.TotalSeconds, 2.3, 3.2);
    }

    [Fact]
    public void A_facade_on_which_nothing_falls_tells_nothing() => Assert.Empty(Run(31, contrast: 0));

    [Fact]
    public void Settings_are_plain_values_that_json_can_hold()
    {
        var factory = new FallDetectorFactory(new FallSettings { LeastPoints = 9 }, new MotionSettings { WarmUp = 33 });

        using var document = JsonDocument.Parse(JsonSerializer.Serialize(factory.Settings));

        Assert.Equal(9, document.RootElement.GetProperty("Falls").GetProperty("LeastPoints").GetInt32());
        Assert.Equal(33, document.RootElement.GetProperty("Motion").GetProperty("WarmUp").GetInt32());
    }

    private static List<Fall> Run(double from, int contrast)
    {
        var detector = new FallDetectorFactory(new FallSettings(), new MotionSettings()).Create(s_camera.View);
        var scene = new MotionScene(5);
        var places = s_camera.Fall(from).ToDictionary(point => point.Frame + 35);
        List<Fall> falls = [];
        for (var frame = 0; frame < 130; frame++)
        {
            scene.Next();
            if (places.TryGetValue(frame, out var place) && place.X is > 3 and < MotionScene.Width - 3 && place.Y is > 3 and < MotionScene.Height - 3)
            {
                scene.Paint((int)Math.Round(place.X) - 1, (int)Math.Round(place.Y) - 1, 3, 3, contrast);
            }

            falls.AddRange(detector.Take(scene.Frame, TimeSpan.FromSeconds(frame / 25.0)));
        }

        falls.AddRange(detector.Finish());
        return falls;
    }
}
