using Gateway.Drivers.AlarmStreetlights;

namespace Gateway.Drivers.Tests.AlarmStreetlights;

public sealed class StreetlightMachineTests
{
    private static readonly StreetlightSignals Dark = new(Lamp: false, Strobe: false, Siren: false);
    private static readonly StreetlightSignals Alarm = new(Lamp: true, Strobe: true, Siren: false);
    private readonly StreetlightSettings _settings = new();
    private readonly StreetlightMachine _machine;
    private int _ids;

    public StreetlightMachineTests() => _machine = new StreetlightMachine(_settings, () => new Guid(++_ids, 0, 0, new byte[8]));

    [Fact]
    public void Press_lights_lamp_and_strobe_with_the_edge()
    {
        Assert.Equal(Dark, _machine.SignalsAt(At(0)));
        Assert.Equal([StreetlightEvent.Pressed], Events(_machine.Button(down: true, At(1))));
        Assert.Equal(Alarm, _machine.SignalsAt(At(1)));
        Assert.Empty(_machine.Button(down: false, At(1.2)));
        Assert.Equal(Alarm, _machine.SignalsAt(At(60)));
    }

    [Fact]
    public void Held_button_sounds_the_siren_once()
    {
        _machine.Button(down: true, At(0));
        Assert.Equal(At(3), _machine.NextDeadline);
        var changes = _machine.Advance(At(3));
        Assert.Equal([StreetlightEvent.LongPressed], Events(changes));
        Assert.True(_machine.SignalsAt(At(3)).Siren);
        Assert.Empty(_machine.Advance(At(10)));
    }

    [Fact]
    public void Stuck_button_is_told_once_silences_the_siren_and_is_told_when_it_comes_free()
    {
        _machine.Button(down: true, At(0));
        Assert.Equal([StreetlightEvent.LongPressed, StreetlightEvent.Stuck], Events(_machine.Advance(At(31))));
        Assert.Equal(Alarm, _machine.SignalsAt(At(31)));
        Assert.True(_machine.IsStuck);
        Assert.Equal([StreetlightEvent.Freed], Events(_machine.Button(down: false, At(100))));
        Assert.False(_machine.IsStuck);
    }

    [Fact]
    public void Stuck_button_does_not_alarm_for_ever()
    {
        _machine.Button(down: true, At(0));
        Assert.Equal(
            [StreetlightEvent.LongPressed, StreetlightEvent.Stuck, StreetlightEvent.Reset], Events(_machine.Advance(At(3600))));
        Assert.Equal(Dark, _machine.SignalsAt(At(3600)));
        Assert.Null(_machine.NextDeadline);
    }

    [Fact]
    public void Frightened_hand_makes_one_alarm_and_few_records()
    {
        List<StreetlightEvent> told = [];
        for (var i = 0; i < 100; i++)
        {
            told.AddRange(Events(_machine.Button(down: true, At(i * 0.1))));
            told.AddRange(Events(_machine.Button(down: false, At((i * 0.1) + 0.05))));
        }

        Assert.Equal([StreetlightEvent.Pressed, StreetlightEvent.PressedAgain], told);
        Assert.Equal(1, _ids);
    }

    [Fact]
    public void Acknowledgement_makes_the_lamp_blink_and_the_strobe_dark()
    {
        var press = Assert.Single(_machine.Button(down: true, At(0))).Press!;
        _machine.Button(down: false, At(0.2));
        Assert.Equal([StreetlightEvent.Acknowledged], Events(_machine.Acknowledge(press.Id, At(10))));
        var lamp = Enumerable.Range(0, 6).Select(second =>
        {
            var at = At(10.5 + second);
            Assert.Empty(_machine.Advance(at));
            Assert.True(_machine.NextDeadline > at);
            Assert.False(_machine.SignalsAt(at).Strobe);
            return _machine.SignalsAt(at).Lamp;
        });
        Assert.Equal([false, true, false, true, false, true], lamp);
        Assert.Empty(_machine.Acknowledge(press.Id, At(20)));
    }

    [Fact]
    public void Acknowledging_another_alarm_changes_nothing()
    {
        _machine.Button(down: true, At(0));
        Assert.Empty(_machine.Acknowledge(Guid.NewGuid(), At(1)));
        Assert.Equal(Alarm, _machine.SignalsAt(At(1)));
    }

    [Fact]
    public void Alarm_ends_by_itself_some_time_after_the_last_press_or_the_acknowledgement()
    {
        var press = Assert.Single(_machine.Button(down: true, At(0))).Press!;
        _machine.Button(down: false, At(0.2));
        _machine.Button(down: true, At(600));
        _machine.Button(down: false, At(600.2));
        Assert.Empty(_machine.Advance(At(1800 + 599)));
        _machine.Acknowledge(press.Id, At(1800 + 599));
        var ended = Assert.Single(_machine.Advance(At(1800 + 599 + 600)));
        Assert.Equal((StreetlightEvent.Reset, press), (ended.Event, ended.Press));
        Assert.Equal(Dark, _machine.SignalsAt(At(3000)));
    }

    [Fact]
    public void Press_after_a_reset_is_a_new_alarm()
    {
        _machine.Button(down: true, At(0));
        _machine.Button(down: false, At(0.2));
        Assert.Equal([StreetlightEvent.Reset], Events(_machine.Reset(At(5))));
        Assert.Empty(_machine.Reset(At(6)));
        _machine.Button(down: true, At(7));
        Assert.Equal(2, _ids);
    }

    [Theory]
    [InlineData(59, true)]
    [InlineData(61, false)]
    public void Press_within_a_drill_is_a_test_to_its_end(double pressedAt, bool test)
    {
        _machine.Drill(At(60));
        var press = Assert.Single(_machine.Button(down: true, At(pressedAt))).Press!;
        Assert.Equal(test, press.Test);
        Assert.All(_machine.Advance(At(pressedAt + 100)), change => Assert.Equal(press, change.Press));
    }

    [Fact]
    public void Restored_alarm_goes_on_where_it_was()
    {
        var press = new Press(Guid.NewGuid(), Test: false);
        _machine.Restore(press, At(-200), acknowledgedAt: At(-100), At(0));
        Assert.True(_machine.IsAcknowledged);
        Assert.True(_machine.SignalsAt(At(1.5)).Lamp);
        Assert.False(_machine.SignalsAt(At(2.5)).Lamp);
        Assert.Empty(_machine.Advance(At(499)));
        Assert.Equal([StreetlightEvent.Reset], Events(_machine.Advance(At(501))));
    }

    [Fact]
    public void Restored_alarm_that_nobody_has_acknowledged_lasts_from_its_last_press()
    {
        var press = new Press(Guid.NewGuid(), Test: false);
        _machine.Restore(press, At(-1000), acknowledgedAt: null, At(0));
        Assert.Equal(new StreetlightSignals(Lamp: true, Strobe: true, Siren: false), _machine.SignalsAt(At(0)));
        Assert.Empty(_machine.Advance(At(799)));
        var over = Assert.Single(_machine.Advance(At(801)));
        Assert.Equal((StreetlightEvent.Reset, press), (over.Event, over.Press));
    }

    [Fact]
    public void Opened_housing_is_told_without_an_alarm()
    {
        var change = Assert.Single(_machine.Tamper(open: true, At(1)));
        Assert.Equal((StreetlightEvent.Tampered, null), (change.Event, change.Press));
        Assert.Equal(Dark, _machine.SignalsAt(At(1)));
        Assert.Empty(_machine.Tamper(open: true, At(2)));
        Assert.Equal([StreetlightEvent.TamperEnded], Events(_machine.Tamper(open: false, At(3))));
    }

    [Fact]
    public void Any_run_of_presses_and_pauses_lights_the_lamp_while_a_hand_is_on_the_button_and_ends_dark()
    {
        var random = new Random(20261122);
        var (now, down) = (0.0, false);
        for (var i = 0; i < 5000; i++)
        {
            now += random.NextDouble() * random.NextDouble() * 20;
            down = !down;
            _machine.Button(down, At(now));
            if (random.Next(20) == 0 && _machine.Press is { } press)
            {
                _machine.Acknowledge(press.Id, At(now));
            }

            Assert.True(!down || _machine.IsAcknowledged || _machine.SignalsAt(At(now)).Lamp);
            Assert.True(_machine.NextDeadline is null || _machine.NextDeadline > At(now));
        }

        _machine.Button(down: false, At(now + 1));
        _machine.Advance(At(now + 10_000));
        Assert.Equal(Dark, _machine.SignalsAt(At(now + 10_000)));
    }

    private static TimeSpan At(double seconds) => TimeSpan.FromSeconds(seconds);

    private static IEnumerable<StreetlightEvent> Events(IEnumerable<StreetlightChange> changes) => changes.Select(change => change.Event);
}
