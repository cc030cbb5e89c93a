using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Alerts.FallingObjects;
using Microsoft.Extensions.Options;

namespace Gateway.Edge.Tests.Alerts.FallingObjects;

public sealed class FallIncidentsTests
{
    private static readonly DateTimeOffset Noon = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly FallIncidents _incidents = new(Options.Create(new FallingObjectOptions()));

    [Fact]
    public void Things_that_follow_each_other_within_the_window_are_one_incident()
    {
        var first = Take(0);
        Assert.Equal((first.Incident, 2), Take(25));
        Assert.Equal((first.Incident, 3), Take(50));
        Assert.NotEqual(first.Incident, Take(90).Incident);
    }

    [Fact]
    public void Cameras_and_tests_have_incidents_of_their_own()
    {
        var first = Take(0);
        Assert.Equal(1, Take(1, device: "tower-2").Count);
        var test = Take(2, test: true);
        Assert.Equal(1, test.Count);
        Assert.Equal((first.Incident, 2), Take(3));
        Assert.Equal((test.Incident, 2), Take(4, test: true));
    }

    [Fact]
    public void Clock_that_was_set_back_begins_a_new_incident()
    {
        var first = Take(0);
        Assert.NotEqual(first.Incident, Take(-3600).Incident);
    }

    [Fact]
    public void Incident_under_way_before_a_restart_goes_on()
    {
        var id = Guid.CreateVersion7();
        var text = new LocalizedText("文", "text");
        _incidents.Restore(new FallingObjectData(
            "tower-1", text, id.ToString(), "o", 4, FallingObjectPhase.Alert, text, null, Noon, Noon.AddSeconds(2), 2, null, new(1, 9.8, 0.1, 1, 9), Test: false));
        Assert.Equal((id, 5), Take(10));
    }

    private (Guid Incident, int Count) Take(int seconds, string device = "tower-1", bool test = false) =>
        _incidents.Take(device, test, Noon.AddSeconds(seconds), Noon.AddSeconds(seconds + 2));
}
