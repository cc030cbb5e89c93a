using Gateway.Drivers.Buses.Modbus;

namespace Gateway.Drivers.Tests.Buses.Modbus;

public sealed class TurnQueueTests
{
    private readonly TurnQueue<string> _queue = new(4);

    [Fact]
    public void Units_take_turns_however_long_their_lines_are()
    {
        Add(1, "a1", "a2", "a3");
        Add(2, "b1");
        Add(3, "c1", "c2");
        Assert.Equal(["a1", "b1", "c1", "a2", "c2", "a3"], All());
    }

    [Fact]
    public void Full_line_of_one_unit_takes_no_more_and_leaves_the_others_theirs()
    {
        Add(1, "a1", "a2", "a3", "a4");
        Assert.False(_queue.TryAdd(1, "a5", urgent: false));
        Assert.True(_queue.TryAdd(2, "b1", urgent: false));
        Assert.True(_queue.TryAdd(1, "write", urgent: true));
    }

    [Fact]
    public void Urgent_items_go_first_but_not_twice_in_a_row_while_others_wait()
    {
        Add(1, "read1", "read2");
        Assert.True(_queue.TryAdd(1, "write1", urgent: true));
        Assert.True(_queue.TryAdd(2, "write2", urgent: true));
        Assert.True(_queue.TryAdd(2, "write3", urgent: true));
        Assert.Equal(["write1", "read1", "write2", "read2", "write3"], All());
    }

    [Fact]
    public void Item_put_back_keeps_its_place_in_its_own_line_and_lets_other_units_pass()
    {
        Add(1, "a1", "a2");
        Add(2, "b1");
        var first = _queue.Take()!;
        _queue.PutBack(1, first, urgent: false);
        Assert.Equal(["b1", "a1", "a2"], All());
    }

    [Fact]
    public void Only_item_put_back_waits_for_the_others()
    {
        Add(1, "a1");
        Add(2, "b1", "b2");
        var first = _queue.Take()!;
        _queue.PutBack(1, first, urgent: false);
        Assert.Equal(["b1", "a1", "b2"], All());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Whatever_is_added_comes_out_once_and_no_unit_waits_longer_than_a_round(int seed)
    {
        const int Units = 5;
        var random = new Random(seed);
        var queue = new TurnQueue<string>(1000);
        var waited = new int[Units];
        var length = new int[Units];
        int added = 0, taken = 0;
        for (var i = 0; i < 20_000; i++)
        {
            var unit = random.Next(Units);
            if (random.Next(2) == 0)
            {
                Assert.True(queue.TryAdd(unit, $"{unit}", urgent: false));
                (added, length[unit]) = (added + 1, length[unit] + 1);
            }
            else if (queue.Take() is { } item)
            {
                var served = int.Parse(item, System.Globalization.CultureInfo.InvariantCulture);
                (taken, waited[served], length[served]) = (taken + 1, 0, length[served] - 1);
                for (var other = 0; other < Units; other++)
                {
                    waited[other] = length[other] > 0 && other != served ? waited[other] + 1 : waited[other] * (length[other] > 0 ? 1 : 0);
                    Assert.True(waited[other] < Units * 2);
                }
            }
        }

        while (queue.Take() is not null)
        {
            taken++;
        }

        Assert.Equal(added, taken);
    }

    private void Add(int unit, params string[] items) => Assert.All(items, item => Assert.True(_queue.TryAdd(unit, item, urgent: false)));

    private List<string> All()
    {
        List<string> all = [];
        while (_queue.Take() is { } item)
        {
            all.Add(item);
        }

        return all;
    }
}
