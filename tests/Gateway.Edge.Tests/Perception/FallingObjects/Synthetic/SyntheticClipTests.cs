using Gateway.Edge.Perception.FallingObjects.Synthetic;

namespace Gateway.Edge.Tests.Perception.FallingObjects.Synthetic;

public class SyntheticClipTests
{
    private const int Width = 640;
    private const int Height = 360;

    /// <summary>Fewer rows hold smaller things: 8 pixels of 360 are 16 of 720.</summary>
    private static readonly SyntheticOptions Small = new(Width, Height, Size: 8);
    private static readonly SyntheticOptions Calm = Small with { Calm = true };

    [Fact]
    public void The_same_seed_gives_the_same_bytes_and_another_seed_others()
    {
        var (one, again, other) = (Clip(3, Small), Clip(3, Small), Clip(4, Small));
        Assert.Equal(one.FrameCount, again.FrameCount);
        Assert.Equal(one.Truth.SelectMany(fall => fall.Path), again.Truth.SelectMany(fall => fall.Path));
        foreach (var frame in (int[])[0, 40, one.FrameCount - 1])
        {
            Assert.Equal(Frame(one, frame), Frame(again, frame));
        }

        Assert.NotEqual(Frame(one, 0), Frame(other, 0));
    }

    [Fact]
    public void Frames_may_be_painted_in_any_order()
    {
        var clip = Clip(5, Small);
        var late = Frame(clip, 60);
        _ = Frame(clip, 2);
        Assert.Equal(late, Frame(clip, 60));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(6)]
    [InlineData(9)]
    public void Boxes_hold_all_that_a_fall_changes_and_not_more(int seed)
    {
        var clip = Clip(seed, Calm);
        var still = Frame(clip, 0);
        var compared = 0;
        for (var frame = 0; frame < clip.FrameCount; frame++)
        {
            var boxes = clip.Truth.SelectMany(fall => fall.Path).Where(point => point.Frame == frame).ToList();
            if (clip.Truth.Any(fall => fall.Mirrored) || Changed(still, Frame(clip, frame), 8) is not { } changed)
            {
                continue;
            }

            Assert.NotEmpty(boxes);
            var (left, right) = (boxes.Min(box => box.X - (box.Width / 2)), boxes.Max(box => box.X + (box.Width / 2)));
            var (top, bottom) = (boxes.Min(box => box.Y - (box.Height / 2)), boxes.Max(box => box.Y + (box.Height / 2)));
            Assert.InRange(changed.Left, left - 1.5, right);
            Assert.InRange(changed.Right, left, right + 1.5);
            Assert.InRange(changed.Top, top - 1.5, bottom);
            Assert.InRange(changed.Bottom, top, bottom + 1.5);
            compared++;
        }

        Assert.True(compared > 10, $"only {compared} frames show a fall");
    }

    [Fact]
    public void A_dropped_thing_is_where_the_closed_form_of_its_fall_projects_it()
    {
        var off = new List<double>();
        foreach (var seed in Enumerable.Range(1, 14))
        {
            var clip = Clip(seed, Calm with { Size = 4 });
            foreach (var fall in clip.Truth.Where(fall => !fall.Thrown))
            {
                off.AddRange(fall.Path.Skip(2).SkipLast(2).Select(point => Math.Abs(Row(clip, fall, (point.Time - fall.Left).TotalSeconds) - point.Y)));
            }
        }

        // The most is where a camera is turned by a degree or so and the fall is at the tower's side.
        Assert.True(off.Count > 100, $"only {off.Count} points");
        Assert.InRange(off.Average(), 0, 0.3);
        Assert.InRange(off.Max(), 0, 2.5);
    }

    [Fact]
    public void Truth_is_what_the_options_and_the_rules_promise()
    {
        foreach (var seed in Enumerable.Range(1, 12))
        {
            var clip = Clip(seed, Small);
            var building = clip.View.Calibration!.Building;
            Assert.NotEmpty(clip.Truth);
            foreach (var fall in clip.Truth)
            {
                Assert.InRange(fall.Size, 3.5, 10.1);
                Assert.InRange(fall.Column, 1, clip.View.Columns);
                Assert.InRange(fall.Height - ((fall.Floor - 1) * building.FloorHeight), 0.5, 1.8);
                Assert.InRange(fall.Floor, 3, building.Floors + 1);
                Assert.InRange(fall.Offset, 0.2, 1.01);
                Assert.InRange(fall.TerminalSpeed, 8, 60);
                Assert.True(fall.Thrown || Math.Abs(fall.HorizontalSpeed) <= 0.7);
                Assert.True(fall.VisibleFrames >= 4 && fall.Left >= TimeSpan.FromSeconds(2));
                Assert.True(clip.Duration >= fall.Path[^1].Time);
                Assert.All(fall.Path, point => Assert.Equal(clip.TimeOf((int)point.Frame), point.Time));
            }
        }
    }

    [Fact]
    public void Three_floors_of_a_fall_are_seen()
    {
        foreach (var seed in Enumerable.Range(1, 12))
        {
            var clip = Clip(seed, Calm);
            var calibration = clip.View.Calibration!;
            Assert.All(clip.Truth, fall =>
            {
                var (top, bottom) = (calibration.HeightAt(fall.Path[0].Y / Height), calibration.HeightAt(fall.Path[^1].Y / Height));
                Assert.True(top.Metres - bottom.Metres > 2.5 * calibration.Building.FloorHeight);
            });
        }
    }

    [Fact]
    public void What_falls_stands_out_from_what_is_behind_it()
    {
        foreach (var seed in Enumerable.Range(1, 8))
        {
            var clip = Clip(seed, Calm with { Size = 3 });
            var still = Frame(clip, 0);
            foreach (var fall in clip.Truth.Where(fall => !fall.Mirrored))
            {
                var differences = fall.Path.Select(point => Largest(still, Frame(clip, (int)point.Frame), point)).ToList();
                Assert.True(differences.Count(level => level >= 14) >= 0.5 * differences.Count, $"seed {seed}: {string.Join(' ', differences)}");
            }
        }
    }

    [Fact]
    public void A_nuisance_clip_has_no_truth_but_things_that_move()
    {
        foreach (var seed in Enumerable.Range(1, 5))
        {
            var clip = SyntheticClip.Of(seed, SyntheticKind.Nuisance, new SyntheticOptions(Width, Height, Duration: TimeSpan.FromSeconds(5)));
            Assert.Empty(clip.Truth);
            Assert.InRange(clip.Nuisances.Count, 1, 15);
            Assert.InRange(clip.Duration.TotalSeconds, 4.7, 5.3);
            Assert.NotEqual(Frame(clip, 0), Frame(clip, 1));
        }
    }

    [Fact]
    public void The_region_holds_the_places_where_things_leave()
    {
        foreach (var seed in Enumerable.Range(1, 10))
        {
            var clip = Clip(seed, Calm);
            Assert.All(clip.Truth, fall => Assert.True(
                clip.View.Region!.Contains(new(fall.Path[0].X / Width, fall.Path[0].Y / Height)), $"seed {seed}: {fall.Path[0]}"));
        }
    }

    [Fact]
    public void Painting_allocates_nothing()
    {
        const int Frames = 200;
        var clip = Clip(7, Small);
        var frame = new byte[Width * Height];
        Paint(50);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Paint(Frames);
        // The runtime itself takes a little now and then; one object a frame would be ten times this.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, Frames * 8);

        void Paint(int count)
        {
            for (var i = 0; i < count; i++)
            {
                clip.Render(i % clip.FrameCount, frame);
            }
        }
    }

    [Fact]
    public void A_frame_of_another_size_is_refused() =>
        Assert.Contains("640 x 360", Assert.Throws<ArgumentException>(() => Clip(1, Calm).Render(0, new byte[10])).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(1.5)]
    [InlineData(31)]
    public void A_size_beyond_its_bounds_is_refused(double size) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Clip(1, Small with { Size = size }));

    private static SyntheticClip Clip(int seed, SyntheticOptions options) => SyntheticClip.Of(seed, SyntheticKind.Fall, options);

    private static byte[] Frame(SyntheticClip clip, int frame)
    {
        var luma = new byte[clip.Width * clip.Height];
        clip.Render(frame, luma);
        return luma;
    }

    /// <summary>Height by the integral of w tanh(g t / w), drag on the small sideways speeds neglected; row by the calibration alone.</summary>
    private static double Row(SyntheticClip clip, SyntheticFall fall, double t)
    {
        const double G = 9.80665;
        var w = fall.TerminalSpeed;
        var y = fall.Height - (w * w / G * Math.Log(Math.Cosh(G * t / w)));
        var (lens, distance) = (clip.Camera.Height, clip.Camera.Distance);
        var apparent = lens + ((y - lens) * distance / (distance - fall.Offset - (fall.OutwardSpeed * t)));
        return clip.View.Calibration!.RowOf(apparent) * Height;
    }

    private static (int Left, int Top, int Right, int Bottom)? Changed(byte[] still, byte[] frame, int levels)
    {
        var at = Enumerable.Range(0, still.Length).Where(i => Math.Abs(still[i] - frame[i]) > levels).ToList();
        return at.Count == 0 ? null : (at.Min(i => i % Width), at.Min(i => i / Width), at.Max(i => i % Width) + 1, at.Max(i => i / Width) + 1);
    }

    private static int Largest(byte[] still, byte[] frame, Gateway.Edge.Perception.FallingObjects.FallPoint point)
    {
        var largest = 0;
        for (var y = (int)Math.Max(0, point.Y - (point.Height / 2)); y < Math.Min(Height, point.Y + (point.Height / 2)); y++)
        {
            for (var x = (int)Math.Max(0, point.X - (point.Width / 2)); x < Math.Min(Width, point.X + (point.Width / 2)); x++)
            {
                largest = Math.Max(largest, Math.Abs(still[(y * Width) + x] - frame[(y * Width) + x]));
            }
        }

        return largest;
    }
}
