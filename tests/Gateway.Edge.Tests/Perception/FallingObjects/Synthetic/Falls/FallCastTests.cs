using Gateway.Edge.Perception.FallingObjects.Synthetic;
using Gateway.Edge.Perception.FallingObjects.Synthetic.Falls;
using Gateway.Edge.Perception.FallingObjects.Synthetic.Scene;
using Gateway.Edge.Tests.Perception.FallingObjects.Synthetic.Scene;

namespace Gateway.Edge.Tests.Perception.FallingObjects.Synthetic.Falls;

public class FallCastTests
{
    private static readonly ScenePlace Place = Scenes.Small();
    private static readonly FrameClock Clock = new(new SeededRandom(1), 25, TimeSpan.FromSeconds(5), even: true);

    private readonly FallCast _cast = new(Place.Camera, Place.Tower, Place.Backdrop, CameraShake.None, Clock);

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(6)]
    public void What_is_cast_stands_out_by_eighteen_levels_in_most_frames(double size)
    {
        var falls = Cast(size, 0.002).ToList();
        Assert.NotEmpty(falls);
        var (still, frame) = (new byte[320 * 180], new byte[320 * 180]);
        BackdropCopy.Into(Place.Backdrop, 0, 0, LightCourse.Plain, still);
        foreach (var (thing, truth) in falls.Where(fall => !fall.Truth.Mirrored))
        {
            var clear = truth.Path.Count(point =>
            {
                still.CopyTo(frame, 0);
                thing.Paint(new SceneCanvas(frame, 320, 180, 0, 0, LightCourse.Plain), point.Time.TotalSeconds);
                return still.Zip(frame).Max(pair => Math.Abs(pair.First - pair.Second)) >= FallCast.LeastContrast - 5;
            });
            Assert.True(clear >= 0.5 * truth.Path.Count, $"{clear} of {truth.Path.Count}");
        }
    }

    [Fact]
    public void A_long_shutter_hides_what_is_small_and_is_refused_more_often() =>
        Assert.True(Cast(2, 0.25).Count() < Cast(2, 0.001).Count());

    [Fact]
    public void Dark_and_light_things_occur()
    {
        var contrasts = Cast(6, 0.002).Select(fall => fall.Truth.Contrast).ToList();
        Assert.Contains(contrasts, contrast => contrast < -20);
        Assert.Contains(contrasts, contrast => contrast > 20);
    }

    [Fact]
    public void Glass_beside_a_fall_mirrors_it_fainter_and_within_the_glass()
    {
        var (thing, truth) = Cast(6, 0.002).First(fall => fall.Truth is { Mirrored: true, Thrown: false, Column: 3 or 5 });
        var (still, frame) = (new byte[320 * 180], new byte[320 * 180]);
        BackdropCopy.Into(Place.Backdrop, 0, 0, LightCourse.Plain, still);
        var images = 0;
        foreach (var point in truth.Path)
        {
            still.CopyTo(frame, 0);
            thing.Paint(new SceneCanvas(frame, 320, 180, 0, 0, LightCourse.Plain), point.Time.TotalSeconds);
            for (var i = 0; i < frame.Length; i++)
            {
                var (x, y) = ((i % 320) + 0.5, (i / 320) + 0.5);
                var aside = Math.Abs(x - point.X) > (point.Width / 2) + 1 || Math.Abs(y - point.Y) > (point.Height / 2) + 1;
                if (aside && Math.Abs(frame[i] - still[i]) > 3)
                {
                    var (wx, _) = Place.Camera.Facade(x, y);
                    Assert.InRange(wx, -2.6, 2.6); // the column of glass and half a thing
                    images++;
                }
            }
        }

        Assert.True(images > 0);
    }

    private IEnumerable<(FallingThing Thing, SyntheticFall Truth)> Cast(double size, double shutter)
    {
        var draw = new FallDraw(Place.Camera, Place.Tower);
        for (ulong seed = 1; seed <= 60; seed++)
        {
            var random = new SeededRandom(seed);
            if (draw.Draw(random.Fork(1), size) is { } plan && _cast.Cast(random.Fork(2), plan, 1, shutter) is { } fall)
            {
                yield return fall;
            }
        }
    }
}
