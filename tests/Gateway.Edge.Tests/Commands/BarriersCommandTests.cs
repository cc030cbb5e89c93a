using System.Net;
using System.Text.Json;
using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Commands;
using Gateway.Drivers.Devices;
using Gateway.Drivers.VehicleBarriers;
using Gateway.Edge.Access.Vehicles;
using Gateway.Edge.Passages.Vehicles;
using Gateway.Edge.Perception.Plates;
using Gateway.Edge.Tests.Orders;
using Gateway.Edge.Tests.Passages.Vehicles;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Edge.Tests.Commands;

/// <summary><c>gateway barriers</c> against a simulated barrier behind a real server.</summary>
public sealed class BarriersCommandTests : IAsyncLifetime
{
    private const string Id = "barrier-north";
    private OrderedCompound _compound = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _compound = await OrderedCompound.StartAsync(Id, Token);

    public ValueTask DisposeAsync() => _compound.DisposeAsync();

    [Fact(Timeout = 60_000)]
    public async Task List_shows_position_and_mode_in_words_and_as_json()
    {
        Assert.Equal(0, await RunAsync("list"));
        Assert.Contains("Automatic", _compound.Output, StringComparison.Ordinal);
        Assert.Contains("北门道闸 / North barrier", _compound.Output, StringComparison.Ordinal);

        Assert.Equal(0, await RunAsync("list", "--json"));
        var barrier = Assert.Single(JsonDocument.Parse(_compound.Output).RootElement.GetProperty("barriers").EnumerateArray());
        Assert.Equal((Id, "Automatic"), (barrier.GetProperty("id").GetString(), barrier.GetProperty("mode").GetString()));
    }

    [Fact(Timeout = 60_000)]
    public async Task List_shows_whether_plates_decide_and_who_waits()
    {
        var waiting = new WaitingVehicle(
            Guid.NewGuid(), Plates.Number("粤C24680"), PlateColour.Blue, 0.97f, LaneDirection.In, DateTimeOffset.UnixEpoch, VehicleState.Waiting, VehicleOutcome.Unknown,
            new LocalizedText("未登记", "Not registered"), Fuzzy: false, Vehicle: null, Alarmed: false, Picture: null);
        _compound.Services.GetRequiredService<LaneBoard>().Show(new LaneView(
            new DeviceId(Id), new LocalizedText("北门道闸", "North barrier"), LaneDirection.In, null, BarrierPosition.Down, BarrierMode.Automatic, LaneSight.ByHand,
            new LocalizedText("摄像机离线", "The camera is offline"), DateTimeOffset.UnixEpoch, waiting, [], []));

        Assert.Equal(0, await RunAsync("list"));
        foreach (var words in (string[])["by-hand", "摄像机离线", "The camera is offline", "粤C24680", "Waiting", "Unknown", "未登记", "Not registered"])
        {
            Assert.Contains(words, _compound.Output, StringComparison.Ordinal);
        }

        Assert.Equal(0, await RunAsync("list", "--json"));
        var barrier = Assert.Single(JsonDocument.Parse(_compound.Output).RootElement.GetProperty("barriers").EnumerateArray());
        var vehicle = Assert.Single(barrier.GetProperty("vehicles").EnumerateArray());
        Assert.Equal(("ByHand", "粤C24680", waiting.Id), (barrier.GetProperty("lane").GetString(), vehicle.GetProperty("plate").GetString(), vehicle.GetProperty("id").GetGuid()));
    }

    [Fact(Timeout = 60_000)]
    public async Task Raise_is_done_and_on_record_with_who_and_why()
    {
        Assert.Equal(0, await RunAsync("raise", Id, "--reason", "救护车 ambulance"));

        Assert.Contains("已执行", _compound.Output, StringComparison.Ordinal);
        Assert.Contains("Done.", _compound.Output, StringComparison.Ordinal);
        var audit = Assert.Single(await _compound.AuditsAsync(Token));
        Assert.Equal(
            ("device-order", Id, "barrier-raise", $"local:{Environment.UserName}", "救护车 ambulance", CommandOutcome.Done, "done"),
            (audit.Action, audit.Device, audit.Order, audit.By, audit.Why, audit.Outcome, audit.Code));
    }

    [Theory(Timeout = 60_000)]
    [InlineData("automatic", "waits-until-clear", "杆下有车或人")]
    [InlineData("manual", "not-clear", "give the order again")]
    public async Task Lower_with_a_vehicle_under_the_arm_is_refused_in_words_and_on_record(string mode, string code, string words)
    {
        Assert.Equal(0, await RunAsync("mode", Id, mode, "--reason", "Test"));
        Assert.Equal(0, await RunAsync("raise", Id, "--reason", "Test"));
        _compound.Barrier.Loops[0].Set(true);

        Assert.Equal(1, await RunAsync("lower", Id, "--reason", "Test"));

        Assert.Contains(words, _compound.Output, StringComparison.Ordinal);
        var audit = (await _compound.AuditsAsync(Token))[^1];
        Assert.Equal(("barrier-lower", CommandOutcome.Refused, code), (audit.Order, audit.Outcome, audit.Code));
    }

    [Fact(Timeout = 60_000)]
    public async Task Arm_that_is_held_up_is_neither_stopped_nor_lowered_until_the_mode_changes()
    {
        Assert.Equal(0, await RunAsync("mode", Id, "held-up", "--reason", "House removal"));
        Assert.Equal(1, await RunAsync("stop", Id, "--reason", "Test", "--json"));
        var answer = JsonDocument.Parse(_compound.Output).RootElement;
        Assert.Equal((false, "held-up"), (answer.GetProperty("done").GetBoolean(), answer.GetProperty("code").GetString()));
        Assert.Equal(1, await RunAsync("lower", Id, "--reason", "Test"));
        Assert.Contains("automatic or manual", _compound.Output, StringComparison.Ordinal);

        Assert.Equal(0, await RunAsync("mode", Id, "manual", "--reason", "Removal is over"));
        Assert.Equal(0, await RunAsync("stop", Id, "--reason", "Test"));
        Assert.Equal(
            ["barrier-mode-held-up", "barrier-stop", "barrier-lower", "barrier-mode-manual", "barrier-stop"],
            (await _compound.AuditsAsync(Token)).Select(audit => audit.Order));
    }

    [Fact(Timeout = 60_000)]
    public async Task Fire_input_outlasts_every_mode()
    {
        _compound.Barrier.Fire!.Set(true);
        Assert.Equal(1, await RunAsync("mode", Id, "automatic", "--reason", "Test"));
        Assert.Contains("消防", _compound.Output, StringComparison.Ordinal);
        Assert.Equal("fire", (await _compound.AuditsAsync(Token))[^1].Code);
    }

    [Fact(Timeout = 60_000)]
    public async Task Unknown_barrier_is_named_with_the_one_that_was_meant()
    {
        Assert.Equal(2, await RunAsync("raise", "barrier-nort", "--reason", "Test"));
        Assert.Equal("There is no vehicle barrier barrier-nort, did you mean \"barrier-north\"? See barriers list.", _compound.Errors.Trim());
        Assert.Equal(2, await RunAsync("raise", "quite-another-name", "--reason", "Test"));
        Assert.Equal("There is no vehicle barrier quite-another-name. See barriers list.", _compound.Errors.Trim());
        Assert.Empty(await _compound.AuditsAsync(Token));
    }

    [Theory(Timeout = 60_000)]
    [InlineData("")]
    [InlineData("two\nlines")]
    [InlineData(null)]
    public async Task Order_without_a_reason_that_can_be_recorded_moves_nothing(string? reason)
    {
        Assert.NotEqual(0, reason is null ? await RunAsync("raise", Id) : await RunAsync("raise", Id, "--reason", reason));
        Assert.Contains("reason", _compound.Errors, StringComparison.Ordinal);
        Assert.Empty(await _compound.AuditsAsync(Token));
    }

    [Fact(Timeout = 60_000)]
    public async Task Mode_of_the_fire_input_cannot_be_chosen()
    {
        Assert.NotEqual(0, await RunAsync("mode", Id, "fire-override", "--reason", "Test"));
        Assert.Empty(await _compound.AuditsAsync(Token));
    }

    [Theory(Timeout = 60_000)]
    [InlineData("GET", "/api/barriers", HttpStatusCode.OK)]
    [InlineData("POST", "/api/barriers/barrier-north/raise", HttpStatusCode.Forbidden)]
    [InlineData("POST", "/api/barriers/barrier-north/mode/held-up", HttpStatusCode.Forbidden)]
    [InlineData("POST", "/api/barriers/barrier-north/let-in", HttpStatusCode.Forbidden)]
    [InlineData("POST", "/api/barriers/barrier-north/send-away", HttpStatusCode.Forbidden)]
    public async Task Network_needs_the_key_to_look_and_moves_no_arm_even_with_it(string method, string path, HttpStatusCode withKey)
    {
        Assert.Equal(HttpStatusCode.Unauthorized, await _compound.OverNetworkAsync(method, path, withKey: false, Token));
        Assert.Equal(withKey, await _compound.OverNetworkAsync(method, path, withKey: true, Token));
        Assert.Empty(await _compound.AuditsAsync(Token));
    }

    private Task<int> RunAsync(params string[] verb) => _compound.RunAsync(Token, ["barriers", .. verb]);
}
