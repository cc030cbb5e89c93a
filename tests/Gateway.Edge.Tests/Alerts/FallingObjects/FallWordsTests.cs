using Gateway.Cloud.Contract;
using Gateway.Edge.Alerts.FallingObjects;
using Gateway.Edge.Perception.FallingObjects;

namespace Gateway.Edge.Tests.Alerts.FallingObjects;

public sealed class FallWordsTests
{
    private static readonly LocalizedText Camera = new("1 号楼南立面", "Tower 1, south facade");
    private static readonly FallOrigin Ninth = new(25, 0.8, 9, 8, 10, 0.4, 3, 3, 3, 0.2, Thrown: false, 0.1);

    [Fact]
    public void Officer_reads_building_floor_window_and_duration()
    {
        var words = FallWords.Reason(Camera, FallWords.Place(Ninth, 18), thrown: false, TimeSpan.FromSeconds(2.06), count: 1, test: false);
        Assert.Equal("1 号楼南立面：9 层（8-10 层）左起第 3 列窗口，有物品坠落，历时 2.1 秒", words.Zh);
        Assert.Equal("Tower 1, south facade: something fell from floor 9 (8 to 10), window column 3 from the left, seen for 2.1 s", words.En);
    }

    [Fact]
    public void Exact_floor_has_no_range_and_uncounted_windows_are_left_out()
    {
        var place = FallWords.Place(Ninth with { LowestFloor = 9, HighestFloor = 9, Column = null }, 18);
        Assert.Equal(("9 层", "floor 9"), (place.Zh, place.En));
    }

    [Fact]
    public void Range_that_helps_nobody_is_said_to_be_uncertain()
    {
        var place = FallWords.Place(Ninth with { LowestFloor = 1, HighestFloor = 19, Column = null }, 18);
        Assert.Equal(("约 9 层（楼层不确定）", "about floor 9 (uncertain)"), (place.Zh, place.En));
    }

    [Fact]
    public void Roof_is_called_the_roof()
    {
        var place = FallWords.Place(Ninth with { Floor = 19, LowestFloor = 18, HighestFloor = 19, RightColumn = 4 }, 18);
        Assert.Equal("楼顶（18 层至楼顶）左起第 3-4 列窗口", place.Zh);
        Assert.Equal("the roof (18 to the roof), window columns 3 to 4 from the left", place.En);
    }

    [Fact]
    public void Later_things_tell_their_number_and_thrown_ones_that_they_were_thrown()
    {
        var words = FallWords.Reason(Camera, place: null, thrown: true, TimeSpan.FromSeconds(1), count: 3, test: false);
        Assert.Equal("1 号楼南立面：有物品被抛出，历时 1.0 秒（同一事件第 3 件）", words.Zh);
        Assert.Equal("Tower 1, south facade: something was thrown, seen for 1.0 s (number 3 of this incident)", words.En);
    }

    [Fact]
    public void Test_throw_says_so_first()
    {
        var words = FallWords.Reason(Camera, place: null, thrown: false, TimeSpan.FromSeconds(1), count: 1, test: true);
        Assert.StartsWith("抛物测试：", words.Zh, StringComparison.Ordinal);
        Assert.StartsWith("Test throw: ", words.En, StringComparison.Ordinal);
    }
}
