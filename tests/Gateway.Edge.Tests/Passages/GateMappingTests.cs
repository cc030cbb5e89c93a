using System.Text.Json;
using Gateway.Cloud.Contract.Events;
using Gateway.Drivers.Devices;
using Gateway.Drivers.FaceGates;
using Gateway.Drivers.FaceGates.Readers;
using Gateway.Edge.Passages;

namespace Gateway.Edge.Tests.Passages;

public sealed class GateMappingTests
{
    private static readonly DateTimeOffset Noon = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly DeviceId Gate = new("west-gate");
    private readonly GateMapping _mapping = new(new FixedDevices(new ScriptedTerminal(Gate)));

    [Fact]
    public void Fire_at_a_gate_is_an_emergency_in_words()
    {
        var entry = _mapping.EntryOf(new FireRelease(Gate, Noon, Active: true))!;

        var data = JsonSerializer.Deserialize<AlertData>(entry.Data.Span, JsonSerializerOptions.Web)!;
        Assert.Equal((EventKind.Fire, EventPriority.Emergency, "west-gate"), (entry.Kind, entry.Priority, entry.Device));
        Assert.Equal("West gate", data.DeviceName!.En);
        Assert.Contains("火情", data.Reason!.Zh, StringComparison.Ordinal);
        Assert.False(data.Test);
    }

    [Fact]
    public void End_of_a_fire_release_is_no_second_fire()
    {
        var entry = _mapping.EntryOf(new FireRelease(Gate, Noon, Active: false))!;

        Assert.Equal((EventKind.DeviceHealth, EventPriority.Info), (entry.Kind, entry.Priority));
    }

    [Fact]
    public void Fire_input_that_is_at_rest_from_the_start_is_no_record() => Assert.Null(_mapping.EntryOf(new FireInputAtRest(Gate, Noon)));

    [Fact]
    public void Press_of_the_exit_button_is_recorded_with_its_time()
    {
        var data = JsonSerializer.Deserialize<DeviceHealthData>(_mapping.EntryOf(new ExitPressed(Gate, Noon))!.Data.Span, JsonSerializerOptions.Web)!;

        Assert.Equal(("exit-pressed", Noon.ToString("O")), (data.Code, data.Details["at"]));
    }

    [Fact]
    public void What_is_another_features_is_left_to_it() => Assert.All(
        (Observation[])[new DoorObserved(Gate, Noon, DoorEvent.Opened), new CredentialRead(Gate, Noon, CredentialKind.Card, "0012345678")],
        observation => Assert.Null(_mapping.EntryOf(observation)));
}
