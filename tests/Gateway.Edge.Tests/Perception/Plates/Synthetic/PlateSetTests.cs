using Gateway.Drivers.Simulation.Plates;
using Gateway.Edge.Perception.FallingObjects.Synthetic;
using Gateway.Edge.Perception.Plates;
using Gateway.Edge.Perception.Plates.Synthetic;

namespace Gateway.Edge.Tests.Perception.Plates.Synthetic;

public sealed class PlateSetTests
{
    public static TheoryData<string> Conditions => [.. PlateSet.Conditions.Select(condition => condition.ToString())];

    [Theory(Timeout = 300_000)]
    [MemberData(nameof(Conditions))]
    public async Task Same_seed_gives_the_same_picture_and_another_seed_another(string named)
    {
        var condition = Enum.Parse<PlateCondition>(named);
        var (one, other) = (await SetAsync(), await SetAsync());
        var (first, again, next) = (one.Crop(condition, 5), other.Crop(condition, 5), one.Crop(condition, 6));
        Assert.Equal(first.Plate, again.Plate);
        Assert.Equal(first.Quad, again.Quad);
        Assert.Equal(first.Image.Pixels, again.Image.Pixels);
        Assert.NotEqual(first.Plate, next.Plate);
        Assert.Equal(one.Full(condition, 5).Image.Pixels, other.Full(condition, 5).Image.Pixels);
    }

    [Theory(Timeout = 300_000)]
    [MemberData(nameof(Conditions))]
    public async Task Plate_lies_inside_the_picture_is_legal_and_as_large_as_its_condition_says(string named)
    {
        var condition = Enum.Parse<PlateCondition>(named);
        var set = await SetAsync();
        for (var seed = 0; seed < 16; seed++)
        {
            foreach (var plate in new[] { set.Crop(condition, seed), set.Full(condition, seed) })
            {
                Assert.True(plate.Quad.IsWithin(plate.Image.Width, plate.Image.Height), $"{condition} {seed}: {plate.Quad} in {plate.Image.Width} x {plate.Image.Height}");
                Assert.True(PlateNumber.TryParse(plate.Plate, out var number) && number.Text == plate.Plate, plate.Plate);
                Assert.InRange(plate.Quad.Width, condition == PlateCondition.Distance ? 35 : 55, condition == PlateCondition.Distance ? 90 : 230);
            }
        }
    }

    [Fact(Timeout = 300_000)]
    public async Task Sixteen_seeds_hold_every_make()
    {
        var set = await SetAsync();
        var makes = set.Of(new PlateOrder(PlateCondition.Day, 16, 0, Full: false)).Select(plate => plate.Make).ToHashSet();
        Assert.Equal(PlateDraw.Makes.Count, makes.Count);
    }

    [Fact(Timeout = 300_000)]
    public async Task Order_without_a_condition_takes_all_in_turn()
    {
        var plates = (await SetAsync()).Of(new PlateOrder(null, 8, 1, Full: false)).ToList();
        Assert.Equal(PlateSet.Conditions, plates.Select(plate => plate.Condition));
    }

    [Fact(Timeout = 300_000)]
    public async Task Night_is_dark_and_rain_is_pale()
    {
        var set = await SetAsync();
        double Mean(PlateCondition condition) => Enumerable.Range(0, 8).Average(seed => set.Full(condition, seed).Image.Span.ToArray().Average(value => (double)value));
        var day = Mean(PlateCondition.Day);
        Assert.True(Mean(PlateCondition.Night) < day * 0.75);
        Assert.True(Deviation(set.Crop(PlateCondition.Rain, 3).Image.Span) < Deviation(set.Crop(PlateCondition.Day, 3).Image.Span));
    }

    [Theory]
    [InlineData(nameof(PlateMake.Police), nameof(PlateKind.Police))]
    [InlineData(nameof(PlateMake.Learner), nameof(PlateKind.Learner))]
    [InlineData(nameof(PlateMake.Trailer), nameof(PlateKind.Trailer))]
    [InlineData(nameof(PlateMake.HongKong), nameof(PlateKind.HongKong))]
    [InlineData(nameof(PlateMake.Macau), nameof(PlateKind.Macau))]
    [InlineData(nameof(PlateMake.Embassy), nameof(PlateKind.Embassy))]
    [InlineData(nameof(PlateMake.Green), nameof(PlateKind.NewEnergy))]
    [InlineData(nameof(PlateMake.YellowGreen), nameof(PlateKind.NewEnergy))]
    [InlineData(nameof(PlateMake.TwoRows), nameof(PlateKind.Standard))]
    public void Every_make_draws_numbers_of_its_kind(string make, string kind)
    {
        for (var seed = 1; seed <= 200; seed++)
        {
            var design = PlateDraw.Of(Enum.Parse<PlateMake>(make), new SeededRandom((ulong)seed));
            Assert.Null(design.Fault());
            Assert.Equal(kind, PlateGrammar.KindOf(design.Text).ToString());
        }
    }

    [Fact]
    public void Provinces_come_evenly()
    {
        var counts = Enumerable.Range(1, 3100).Select(seed => PlateDraw.Of(PlateMake.Blue, new SeededRandom((ulong)seed)).Text[0]).CountBy(province => province).ToList();
        Assert.Equal(31, counts.Count);
        Assert.All(counts, one => Assert.InRange(one.Value, 55, 150));
    }

    private static double Deviation(ReadOnlySpan<byte> pixels)
    {
        var values = pixels.ToArray();
        var mean = values.Average(value => (double)value);
        return Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
    }

    private static async Task<PlateSet> SetAsync() => new(await PlateGlyphs.SharedAsync());
}
