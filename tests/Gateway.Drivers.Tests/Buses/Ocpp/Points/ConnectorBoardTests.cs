using Gateway.Drivers.Buses.Ocpp;
using Gateway.Drivers.Buses.Ocpp.Points;
using Gateway.Drivers.Buses.Ocpp.Wire;

namespace Gateway.Drivers.Tests.Buses.Ocpp.Points;

public sealed class ConnectorBoardTests
{
    private static readonly DateTimeOffset s_at = new(2026, 6, 1, 8, 0, 0, TimeSpan.Zero);

    private readonly ConnectorBoard _board = new();

    [Fact]
    public void A_state_is_told_once_and_any_change_again()
    {
        Assert.NotNull(Note(OcppStatus.Charging, OcppErrorCode.NoError, s_at));
        Assert.Null(Note(OcppStatus.Charging, OcppErrorCode.NoError, s_at.AddMinutes(1)));
        Assert.Equal(OcppErrorCode.HighTemperature, Note(OcppStatus.Charging, OcppErrorCode.HighTemperature, s_at.AddMinutes(2))?.Error);
    }

    [Fact]
    public void A_clock_that_was_set_back_does_not_hide_a_fault()
    {
        Note(OcppStatus.Charging, OcppErrorCode.NoError, s_at);

        Note(OcppStatus.Faulted, OcppErrorCode.GroundFailure, s_at.AddHours(-1));

        Assert.Equal(OcppStatus.Faulted, Assert.Single(_board.All).Status);
    }

    [Fact]
    public void Each_quantity_stays_until_it_is_told_anew()
    {
        Assert.True(_board.Note(1, new OcppMeter(s_at) { Watts = 300, Celsius = 40 }, late: false));
        Assert.True(_board.Note(1, new OcppMeter(s_at.AddMinutes(1)) { Watts = 310 }, late: false));

        Assert.Equal((310, 40), Assert.Single(_board.All).Meter is { } meter ? (meter.Watts, meter.Celsius) : default);
    }

    [Fact]
    public void A_repeated_reading_is_not_told_again()
    {
        Assert.True(_board.Note(1, new OcppMeter(s_at) { Watts = 300 }, late: false));
        Assert.False(_board.Note(1, new OcppMeter(s_at) { Watts = 300 }, late: false));
    }

    [Fact]
    public void A_late_reading_fills_gaps_and_takes_no_place()
    {
        _board.Note(1, new OcppMeter(s_at) { Watts = 300 }, late: false);
        _board.Note(1, new OcppMeter(s_at.AddHours(-1)) { Watts = 900, Celsius = 30 }, late: true);

        Assert.Equal((300, 30), Assert.Single(_board.All).Meter is { } meter ? (meter.Watts, meter.Celsius) : default);
    }

    private OcppConnector? Note(OcppStatus status, OcppErrorCode error, DateTimeOffset at) =>
        _board.Note(1, status, new StatusMessage(1, status, error, null, null, at), at);
}
