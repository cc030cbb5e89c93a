using Gateway.Drivers.FaceGates;

namespace Gateway.Drivers.Tests.FaceGates;

public sealed class ExitButtonTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact(Timeout = 60_000)]
    public async Task Press_releases_the_door_and_is_observed_and_the_opening_is_expected()
    {
        await using var bench = new GateBench();
        await bench.RunAsync();
        bench.Button.Set(active: true);
        await bench.UntilAsync(() => bench.Door.Released && bench.Seen.OfType<ExitPressed>().Any());
        bench.Button.Set(active: false);
        bench.Door.ForceOpen();
        await bench.UntilAsync(() => bench.Seen.OfType<DoorObserved>().Any());
        Assert.Equal(DoorEvent.Opened, bench.Seen.OfType<DoorObserved>().Single().Event);
        bench.Clock.Advance(TimeSpan.FromSeconds(3));
        Assert.False(bench.Door.Released);
    }

    [Fact(Timeout = 60_000)]
    public async Task Button_that_stays_pressed_releases_once_is_named_and_works_again_when_it_lets_go()
    {
        await using var bench = new GateBench();
        await bench.RunAsync();
        bench.Button.Set(active: true);
        await bench.UntilAsync(() => bench.Seen.OfType<ExitPressed>().Any());
        await bench.UntilAsync(() => bench.Also == "exit-button-stuck", Second);
        Assert.False(bench.Door.Released);
        for (var i = 0; i < 100; i++)
        {
            bench.Clock.Advance(TimeSpan.FromSeconds(10));
            Assert.False(bench.Door.Released);
        }

        Assert.Single(bench.Seen.OfType<ExitPressed>());
        bench.Button.Set(active: false);
        await bench.UntilAsync(() => bench.Also.Length == 0);
        bench.Button.Set(active: true);
        await bench.UntilAsync(() => bench.Door.Released);
    }

    [Fact(Timeout = 60_000)]
    public async Task Button_that_is_pressed_at_the_start_releases_nothing()
    {
        await using var bench = new GateBench();
        var released = false;
        bench.Door.Relay.Driven += active => released |= active;

        // What the line did before anybody listened is not a press.
        bench.Button.Set(active: true);
        _ = await bench.Button.Take().ReadEdgeAsync(TestContext.Current.CancellationToken);
        await bench.RunAsync();
        await bench.UntilAsync(() => bench.Also == "exit-button-stuck", Second);
        Assert.False(released);
    }

    [Fact(Timeout = 60_000)]
    public async Task Chattering_button_does_not_keep_the_door_released()
    {
        await using var bench = new GateBench();
        await bench.RunAsync();
        for (var i = 0; i < 200; i++)
        {
            bench.Button.Set(i % 2 == 0);
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        await bench.UntilAsync(() => bench.Also == "exit-button-chatters");
        Assert.True(bench.Seen.OfType<ExitPressed>().Count() <= 10);
        bench.Clock.Advance(TimeSpan.FromSeconds(3));
        await bench.UntilAsync(() => !bench.Door.Released);

        // After a quiet minute it is trusted again.
        await bench.UntilAsync(() => bench.Also.Length == 0, Second);
        bench.Seen.Clear();
        bench.Button.Set(active: true);
        await bench.UntilAsync(() => bench.Seen.OfType<ExitPressed>().Any());
    }

    [Fact(Timeout = 60_000)]
    public async Task Lost_input_degrades_the_gate_and_is_listened_to_again()
    {
        await using var bench = new GateBench();
        bench.Button.Fault = "The relay board does not answer.";
        await bench.RunAsync();
        await bench.UntilAsync(() => bench.Also == "exit-button-lost");
        bench.Button.Fault = null;
        await bench.UntilAsync(() => bench.Also.Length == 0, Second);
        bench.Button.Set(active: true);
        await bench.UntilAsync(() => bench.Door.Released);
    }

    [Fact(Timeout = 60_000)]
    public async Task Press_that_the_relay_does_not_obey_is_not_observed_as_a_release()
    {
        await using var bench = new GateBench();
        await bench.RunAsync();
        bench.Relay.Fails = true;
        bench.Button.Set(active: true);
        await bench.UntilAsync(() => bench.Also == "exit-not-released");
        Assert.Empty(bench.Seen.OfType<ExitPressed>());
    }
}
