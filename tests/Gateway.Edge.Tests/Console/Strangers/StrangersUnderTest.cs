using Gateway.Cloud.Contract;
using Gateway.Edge.Alerts.Strangers;
using Gateway.Edge.Alerts.Strangers.Visits;
using Gateway.Edge.Tests.Alerts.Strangers;
using Gateway.Edge.Tests.Alerts.Strangers.Feedback;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Edge.Tests.Console.Strangers;

/// <summary>A gateway whose gates see strangers, as the recorder of passages tells them.</summary>
internal sealed class StrangersUnderTest(ConsoleUnderTest console) : IAsyncDisposable
{
    // As exact as the store keeps it.
    private readonly DateTimeOffset _now = DateTimeOffset.FromUnixTimeMilliseconds(TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds());

    public ConsoleUnderTest Console => console;

    public VisitStore Store => console.App.Services.GetRequiredService<VisitStore>();

    public static async Task<StrangersUnderTest> StartAsync(Action<IServiceCollection>? services = null) => new(await ConsoleUnderTest.StartAsync(SmallCompound.Json, services));

    /// <summary>A face is seen at a gate; answers its visit.</summary>
    /// <param name="face">Which.</param>
    /// <param name="secondsAgo">When, before this was made.</param>
    /// <param name="gate">Id of the gate.</param>
    /// <param name="luma">Brightness of the portrait; null for none.</param>
    /// <param name="name">The gate's name; null for the usual one.</param>
    public async Task<Guid> SeeAsync(int face, double secondsAgo, string gate = "gate-east", int? luma = 128, string? name = null)
    {
        var text = name is null ? new LocalizedText(gate == "gate-east" ? "东门" : "西门", gate == "gate-east" ? "East gate" : "West gate") : new LocalizedText(name, name);
        var at = _now - TimeSpan.FromSeconds(secondsAgo);
        var portrait = luma is { } level ? FeedbackTests.Grey(level, 160, 240) : [];
        await console.App.Services.GetRequiredService<StrangerAlerts>().ReportAsync(
            new Sighting(gate, text, Faces.Unit(face), portrait, 0.5f + (face * 0.001f), at), TestContext.Current.CancellationToken);
        return Store.List(new VisitFilter()).MaxBy(visit => visit.Last == at)!.Id;
    }

    /// <summary>Ends what is over, as happens every few minutes.</summary>
    public void Tick() => console.App.Services.GetRequiredService<VisitLedger>().Tick();

    /// <summary>Somebody who was here twice before at two gates and lingers now, and somebody new.</summary>
    public async Task FillAsync()
    {
        foreach (var (gate, hours) in ((string, int)[])[("gate-east", 50), ("gate-west", 26)])
        {
            await SeeAsync(1, hours * 3600, gate);
            Tick();
        }

        for (var ago = 300; ago >= 60; ago -= 40)
        {
            await SeeAsync(1, ago);
        }

        await SeeAsync(2, 20, "gate-west", luma: 40);
        await SeeAsync(3, 10, "gate-west", luma: null);
    }

    public ValueTask DisposeAsync() => console.DisposeAsync();
}
