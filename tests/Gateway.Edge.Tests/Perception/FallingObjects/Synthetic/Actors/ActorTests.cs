using Gateway.Edge.Perception.FallingObjects.Synthetic;
using Gateway.Edge.Perception.FallingObjects.Synthetic.Actors;
using Gateway.Edge.Perception.FallingObjects.Synthetic.Scene;
using Gateway.Edge.Tests.Perception.FallingObjects.Synthetic.Scene;

namespace Gateway.Edge.Tests.Perception.FallingObjects.Synthetic.Actors;

public class ActorTests
{
    private const double Wall = 120;
    private static readonly ScenePlace Place = Scenes.Small();

    public static TheoryData<string> Names => [.. All().Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_changes_the_picture_over_time_and_the_same_way_each_time(string name)
    {
        var actor = All()[name];
        var frames = Enumerable.Range(0, 200).Select(i => Painted(actor, i * 0.1, 0, 0)).ToList();
        var moves = frames.Zip(frames.Skip(1)).Count(pair => !pair.First.AsSpan().SequenceEqual(pair.Second));
        Assert.True(moves > 2, $"it changes {moves} times in twenty seconds");
        Assert.Equal(frames[77], Painted(actor, 7.7, 0, 0));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void None_reaches_out_of_the_frame_while_the_camera_shakes(string name)
    {
        var actor = All()[name];
        for (double t = 0; t < 30; t += 0.37)
        {
            Painted(actor, t, 6.5 * Math.Sin(t), 6.5 * Math.Cos(3 * t));
        }
    }

    [Fact]
    public void Drops_fall_down_the_picture()
    {
        var column = new DropColumn(Place.Camera, 1, 5, 3);
        for (var i = 0; i < 40; i++)
        {
            var (first, later) = (column.At(i, 8.5, 0, 1, 1), column.At(i, 8.5, 0, 1.01, 1));
            Assert.True(later.Y > first.Y);
        }
    }

    [Fact]
    public void A_gondola_goes_down_slowly_and_comes_up_again()
    {
        var gondola = new Gondola(Place.Camera, Place.Tower, 0, 0.4, 0, 1);
        var rows = Enumerable.Range(0, 110).Select(i => Middle(Painted(gondola, i, 0, 0))).ToList();
        Assert.True(rows[20] > rows[5] && rows[40] > rows[20], "down");
        Assert.True(rows[100] < rows[70], "up");
    }

    [Fact]
    public void A_lamp_changes_its_window_alone()
    {
        var window = Place.Window(1, 4);
        var lamp = new WindowLight(window, 240, 4, 2);
        var lit = Enumerable.Range(0, 80).Select(i => Painted(lamp, i * 0.1, 0, 0)).MaxBy(frame => frame.Sum(pixel => (long)pixel))!;
        var changed = Enumerable.Range(0, lit.Length).Where(i => Math.Abs(lit[i] - Wall) > 2).ToList();
        Assert.NotEmpty(changed);
        Assert.All(changed, i => Assert.InRange(i / Place.Camera.Width, window.Top - 1, window.Bottom));
        Assert.All(changed, i => Assert.InRange(i % Place.Camera.Width, window.TopLeft - 3, window.TopRight + 3));
    }

    [Fact]
    public void Falls_keep_trees_away()
    {
        var fall = SyntheticClip.Of(1, SyntheticKind.Fall, new SyntheticOptions(320, 180, Size: 4)).Truth[0];
        var path = fall.Path.Select(point => point with { X = 20 }).ToList();
        for (ulong seed = 1; seed < 20; seed++)
        {
            foreach (var tree in new AirActors(new SeededRandom(seed), Place, [fall with { Path = path }]).Trees(1))
            {
                var frame = Painted(tree, 1, 0, 0);
                Assert.All(Enumerable.Range(0, 180), row => Assert.Equal(Wall, frame[(row * 320) + 20]));
            }
        }
    }

    private static Dictionary<string, ISceneActor> All()
    {
        var (camera, tower, window) = (Place.Camera, Place.Tower, Place.Window(1, 4));
        return new(StringComparer.Ordinal)
        {
            ["rain"] = new Rain(camera, 0.01, 120, 0.5, 1, 1),
            ["snow"] = new Snow(camera, 120, 0.7, 0.4, 1),
            ["bird"] = new Bird(5, 0.5, 1),
            ["insect"] = new Insect(3, 0.01, 0.5, 1),
            ["tree"] = new Tree(new SeededRandom(1), -20, 60, 110, 140, 3, 8),
            ["laundry"] = new Laundry(window, 220, 6, 0.8, 1),
            ["sweep"] = new LightSweep(Place.Backdrop, 4, 80, 0.5, 1),
            ["lamp"] = new WindowLight(window, 240, 4, 1),
            ["shadow"] = new CloudShadow(new SeededRandom(2), camera.Width, 0.4),
            ["resident"] = new Resident(window.CentreX, window.CentreY, 12, 30, 1, 1),
            ["gondola"] = new Gondola(camera, tower, 0, 0.4, 3, 1),
            ["lift"] = new Lift(camera, tower, 0, 2, 240, 1),
            ["car"] = new Car(5, 0.5, 1),
            ["drifter"] = new Drifter(camera, tower, 0.5, 0.5, 1, 0.3, 30, 1),
            ["curtain"] = new Curtain(window, 200, false, 4, 1),
            ["blind"] = new Curtain(window, 200, true, 4, 2),
        };
    }

    private static byte[] Painted(ISceneActor actor, double seconds, double shakeX, double shakeY)
    {
        var frame = new byte[Place.Camera.Width * Place.Camera.Height];
        frame.AsSpan().Fill((byte)Wall);
        actor.Paint(new SceneCanvas(frame, Place.Camera.Width, Place.Camera.Height, shakeX, shakeY, 1), seconds);
        return frame;
    }

    /// <summary>The mean row of what is much darker than the wall.</summary>
    private static double Middle(byte[] frame) =>
        Enumerable.Range(0, frame.Length).Where(i => frame[i] < Wall - 30).Select(i => i / Place.Camera.Width).DefaultIfEmpty(0).Average();
}
