using Gateway.Edge.Perception.FallingObjects.Synthetic;

namespace Gateway.Edge.Tests.Perception.FallingObjects.Synthetic;

public class SyntheticSetTests
{
    [Fact]
    public void A_fifth_of_the_things_has_two_or_three_pixels()
    {
        var sizes = Sizes();
        Assert.Equal(SyntheticSet.Falls / 5, sizes.Count(size => size < SyntheticFall.SmallBelow));
        Assert.InRange(sizes.Min(), 2, 2.1);
    }

    [Fact]
    public void The_others_are_spread_evenly_up_to_thirty_pixels()
    {
        var sizes = Sizes().Where(size => size >= SyntheticFall.SmallBelow).ToList();
        var classes = sizes.CountBy(size => (int)((size - SyntheticFall.SmallBelow) / 26.5 * 10)).ToList();
        Assert.Equal(10, classes.Count);
        Assert.All(classes, part => Assert.InRange(part.Value, 30, 50));
        Assert.InRange(sizes.Max(), 29, 30);
    }

    [Fact]
    public void The_first_hundred_are_spread_as_evenly()
    {
        var sizes = Sizes().Take(100).Where(size => size >= SyntheticFall.SmallBelow).ToList();
        Assert.All(sizes.CountBy(size => (int)(size / 10)), part => Assert.InRange(part.Value, 15, 40));
    }

    [Fact]
    public void Nuisance_clips_last_ten_hours_in_all() =>
        Assert.Equal(TimeSpan.FromHours(10), SyntheticSet.Nuisances * SyntheticSet.NuisanceLength);

    [Fact]
    public void The_first_clips_can_be_taken_alone()
    {
        var clips = SyntheticSet.FallClips(2).ToList();
        Assert.Equal([1, 2], clips.Select(clip => clip.Seed));
        Assert.All(clips, clip => Assert.Equal(SyntheticSet.SizeOf(clip.Seed), clip.Truth[0].Size, 1e-6));
        Assert.Equal([1001, 1002], SyntheticSet.FallClips(2, first: 1001).Select(clip => clip.Seed));
        Assert.Equal([901], SyntheticSet.NuisanceClips(1, first: 901).Select(clip => clip.Seed));
        var nuisance = Assert.Single(SyntheticSet.NuisanceClips(1));
        Assert.Equal(SyntheticKind.Nuisance, nuisance.Kind);
        Assert.InRange(nuisance.Duration.TotalSeconds, 39, 41);
    }

    [Fact]
    public void A_clip_that_is_made_to_last_otherwise_shows_the_same_fall()
    {
        var (usual, longer) = (SyntheticSet.Fall(4), SyntheticSet.Clip(4, SyntheticKind.Fall, TimeSpan.FromSeconds(12)));
        Assert.InRange(longer.Duration.TotalSeconds, 11, 13);
        Assert.Equal(usual.Truth[0].Height, longer.Truth[0].Height);
        Assert.Throws<ArgumentOutOfRangeException>(() => SyntheticSet.Fall(0));
    }

    private static List<double> Sizes() => [.. Enumerable.Range(1, SyntheticSet.Falls).Select(SyntheticSet.SizeOf)];
}
