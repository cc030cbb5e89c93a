using Gateway.Edge.Perception.FallingObjects.Evaluation;
using static Gateway.Edge.Tests.Perception.FallingObjects.Evaluation.EvaluationScene;

namespace Gateway.Edge.Tests.Perception.FallingObjects.Evaluation;

public sealed class FallMatcherTests
{
    private static readonly FallMatcher s_matcher = new(720, 720);

    [Fact]
    public void Told_track_on_the_fall_is_a_hit()
    {
        var truth = True("fall1", 50, 80, x: 300);
        var told = Told(55, 78, x: 304, y: 152);

        var outcome = Assert.Single(s_matcher.Match([truth], [told]));

        Assert.Equal(FallVerdict.Hit, outcome.Verdict);
        Assert.Same(truth, outcome.Truth);
        Assert.Same(told, outcome.Told);
    }

    [Fact]
    public void Fall_of_which_nothing_is_told_is_a_miss() =>
        Assert.Equal(["miss fall1"], Verdicts(s_matcher.Match([True("fall1", 50, 80, x: 300)], [])));

    [Fact]
    public void Told_track_without_a_fall_is_a_false_alarm() =>
        Assert.Equal(["false_alarm"], Verdicts(s_matcher.Match([], [Told(55, 78, x: 304)])));

    [Theory]
    [InlineData(11.5, 6, "hit fall1")]
    [InlineData(12.5, 6, "false_alarm|miss fall1")]
    [InlineData(29, 20, "hit fall1")]
    [InlineData(31, 20, "false_alarm|miss fall1")]
    public void Positions_agree_within_twelve_pixels_or_one_and_a_half_sizes(double apart, double size, string expected)
    {
        var outcomes = s_matcher.Match([True("fall1", 50, 80, x: 300, size: size)], [Told(50, 80, x: 300 + apart)]);
        Assert.Equal(expected.Split('|').Order(StringComparer.Ordinal), Verdicts(outcomes).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Distances_are_those_of_a_picture_of_720_rows()
    {
        // 9 pixels of 360 rows are 18 of 720.
        var truth = True("fall1", 50, 80, x: 300);
        var half = new ToldFall(Halved(309), [.. Enumerable.Range(50, 31)], 90, TimeOf(90));
        Assert.Equal(["hit fall1"], Verdicts(new FallMatcher(720, 360).Match([truth], [half])));

        half = half with { Fall = Halved(318) };
        Assert.Equal(2, new FallMatcher(720, 360).Match([truth], [half]).Count);

        static Gateway.Edge.Perception.FallingObjects.Fall Halved(double x)
        {
            var fall = Fall(50, 80, x);
            return fall with { Track = [.. fall.Track.Select(point => point with { X = point.X / 2, Y = point.Y / 2 })] };
        }
    }

    [Fact]
    public void Same_place_at_another_time_is_no_find() =>
        Assert.Equal(["miss fall1", "false_alarm"], Verdicts(s_matcher.Match([True("fall1", 50, 80, x: 300)], [Told(81, 110, x: 300)])));

    [Fact]
    public void Tracks_that_only_cross_in_a_frame_or_two_are_no_find()
    {
        // The told one begins in the last two frames of the fall, where it is near by chance.
        var outcomes = s_matcher.Match([True("fall1", 50, 80, x: 300)], [Told(79, 110, x: 300, y: 390)]);
        Assert.Equal(["miss fall1", "false_alarm"], Verdicts(outcomes));
    }

    [Fact]
    public void Frames_without_an_annotation_lie_between_their_neighbours()
    {
        var truth = True("fall1", 50, 80, x: 300);
        var sparse = truth with { Points = [truth.Points[0], truth.Points[15], truth.Points[30]] };

        Assert.Equal(["hit fall1"], Verdicts(s_matcher.Match([sparse], [Told(51, 64, x: 300, y: 110)])));
        Assert.Null(sparse.At(49));
        Assert.Null(sparse.At(81));
        Assert.Equal(truth.At(57), sparse.At(57));
    }

    [Fact]
    public void Fall_told_twice_is_a_hit_and_a_double()
    {
        var outcomes = s_matcher.Match([True("fall1", 50, 80, x: 300)], [Told(50, 64, x: 302), Told(65, 80, x: 300, y: 250)]);

        Assert.Equal(["double fall1", "hit fall1"], Verdicts(outcomes)); // the nearer one is the find
        Assert.Single(outcomes, outcome => outcome.IsFalseAlarm);
    }

    [Fact]
    public void Two_falls_at_once_are_told_one_by_one()
    {
        TrueFall[] truth = [True("left", 50, 80, x: 300), True("right", 52, 82, x: 318)];

        Assert.Equal(["hit left", "hit right"], Verdicts(s_matcher.Match(truth, [Told(53, 80, x: 317, y: 110), Told(52, 79, x: 302, y: 120)])));
        Assert.Equal(["hit left", "miss right"], Verdicts(s_matcher.Match(truth, [Told(50, 80, x: 301)])));
    }

    [Fact]
    public void Mirror_image_is_nothing_to_be_found() =>
        Assert.Equal(["hit fall1"], Verdicts(s_matcher.Match(
            [True("fall1", 50, 80, x: 300), True("reflection1", 48, 75, x: 260, mirror: true)], [Told(50, 80, x: 300)])));

    [Fact]
    public void Mirror_image_told_besides_its_fall_is_a_double()
    {
        var outcomes = s_matcher.Match(
            [True("fall1", 50, 80, x: 300), True("reflection1", 48, 75, x: 260, mirror: true)], [Told(50, 80, x: 300), Told(48, 75, x: 260)]);

        Assert.Equal(["double reflection1", "hit fall1"], Verdicts(outcomes));
    }

    [Fact]
    public void Mirror_image_told_instead_of_its_fall_is_no_find_and_told_again_a_double()
    {
        TrueFall[] truth = [True("fall1", 50, 80, x: 300), True("reflection1", 48, 75, x: 260, mirror: true)];

        Assert.Equal(["mirror_only reflection1", "miss fall1"], Verdicts(s_matcher.Match(truth, [Told(48, 75, x: 260)])));
        Assert.Equal(
            ["mirror_only reflection1", "double reflection1", "miss fall1"],
            Verdicts(s_matcher.Match(truth, [Told(48, 75, x: 260), Told(48, 75, x: 258)])).OrderBy(line => line == "miss fall1"));
    }
}
