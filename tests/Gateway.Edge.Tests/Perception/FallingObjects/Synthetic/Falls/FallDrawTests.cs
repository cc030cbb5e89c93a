using Gateway.Edge.Perception.FallingObjects.Synthetic;
using Gateway.Edge.Perception.FallingObjects.Synthetic.Falls;
using Gateway.Edge.Perception.FallingObjects.Synthetic.Scene;
using Gateway.Edge.Tests.Perception.FallingObjects.Synthetic.Scene;

namespace Gateway.Edge.Tests.Perception.FallingObjects.Synthetic.Falls;

public class FallDrawTests
{
    private static readonly ScenePlace Place = Scenes.Small();
    private static readonly List<FallPlan> Plans = Drawn(400);

    [Fact]
    public void Hands_are_above_the_floor_of_their_storey_and_a_little_before_the_wall() =>
        Assert.All(Plans, plan =>
        {
            Assert.InRange(plan.From.Y - ((plan.Floor - 1) * Place.Tower.Building.FloorHeight), 0.8, 1.5);
            Assert.InRange(plan.From.Offset, 0.2, 1);
            Assert.Equal(plan.Bay, Place.Tower.BayAt(plan.From.X));
        });

    [Fact]
    public void Nobody_stands_behind_the_column_of_glass_but_on_its_roof() =>
        Assert.All(Plans.Where(plan => Place.Tower.Bays[plan.Bay] == BayKind.Glass), plan => Assert.Equal(10, plan.Floor));

    [Fact]
    public void What_leaves_a_balcony_leaves_before_its_parapet() =>
        Assert.All(
            Plans.Where(plan => Place.Tower.Bays[plan.Bay] == BayKind.Balcony && plan.Floor < 10),
            plan => Assert.True(plan.From.Offset > Tower.BalconyDepth));

    [Fact]
    public void Some_things_are_thrown_and_more_are_dropped()
    {
        var thrown = Plans.Count(plan => plan.Thrown);
        Assert.InRange(thrown / (double)Plans.Count, 0.15, 0.45);
        Assert.All(Plans.Where(plan => !plan.Thrown), plan => Assert.InRange(plan.Speed.X, -0.7, 0.7));
        Assert.All(Plans.Where(plan => plan.Thrown), plan => Assert.InRange(Math.Abs(plan.Speed.X), 1, 6));
    }

    [Fact]
    public void Light_and_heavy_things_and_every_floor_that_shows_three_others_occur()
    {
        Assert.True(Plans.Min(plan => plan.Motion.TerminalSpeed) < 10 && Plans.Max(plan => plan.Motion.TerminalSpeed) > 45);
        Assert.Equal([5, 6, 7, 8, 9, 10], Plans.Select(plan => plan.Floor).Distinct().Order().TakeLast(6));
    }

    [Fact]
    public void A_thing_has_the_apparent_size_that_was_asked_for() =>
        Assert.All(Plans, plan => Assert.Equal(6, plan.Length * Place.Camera.See(plan.From.X, plan.From.Y, plan.From.Offset).Scale, 1e-9));

    [Fact]
    public void The_same_hands_let_go_another_thing_from_the_same_floor_and_column()
    {
        var draw = new FallDraw(Place.Camera, Place.Tower);
        var random = new SeededRandom(9);
        var next = Plans.Select(plan => (plan, Again: draw.Again(random, 6, plan))).Where(pair => pair.Again is not null).ToList();
        Assert.True(next.Count > Plans.Count / 3);
        Assert.All(next, pair =>
        {
            Assert.Equal((pair.plan.Floor, pair.plan.Bay), (pair.Again!.Floor, pair.Again.Bay));
            Assert.InRange(Math.Abs(pair.plan.From.X - pair.Again.From.X), 0, 0.3);
        });
    }

    [Fact]
    public void A_thing_of_ten_metres_is_not_drawn() =>
        Assert.All(Enumerable.Range(1, 50), seed => Assert.Null(new FallDraw(Place.Camera, Place.Tower).Draw(new SeededRandom((ulong)seed), 120)));

    private static List<FallPlan> Drawn(int tries)
    {
        var (draw, random) = (new FallDraw(Place.Camera, Place.Tower), new SeededRandom(1));
        return [.. Enumerable.Range(0, tries).Select(_ => draw.Draw(random, 6)).OfType<FallPlan>()];
    }
}
