using Gateway.Drivers.Buses.Modbus;

namespace Gateway.Drivers.Tests.Buses.Modbus;

public sealed class UnitPatienceTests
{
    private readonly UnitPatience _unit = new();

    [Fact]
    public void One_silence_is_forgiven()
    {
        _unit.Silent(TimeSpan.FromSeconds(10));
        Assert.False(_unit.IsSilent);
        Assert.True(_unit.QuietUntil < TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void Silent_unit_is_left_alone_for_longer_and_longer_up_to_half_a_minute()
    {
        List<double> pauses = [];
        for (var i = 0; i < 9; i++)
        {
            _unit.Silent(TimeSpan.FromSeconds(100 * i));
            pauses.Add(_unit.IsSilent ? _unit.QuietUntil.TotalSeconds - (100 * i) : 0);
        }

        Assert.Equal([0, 1, 2, 4, 8, 16, 30, 30, 30], pauses);
    }

    [Fact]
    public void Answer_makes_everything_good()
    {
        _unit.Silent(TimeSpan.Zero);
        _unit.Silent(TimeSpan.Zero);
        Assert.True(_unit.IsSilent);
        _unit.Answered();
        Assert.False(_unit.IsSilent);
        Assert.True(_unit.QuietUntil < TimeSpan.Zero);
    }
}
