using System.Net.ServerSentEvents;
using Gateway.Edge.Alerts.FallingObjects;
using Gateway.Edge.Console.Live;
using Gateway.Edge.Console.Pages.Components;
using Gateway.Edge.Console.Texts;
using Gateway.Drivers.Devices;

namespace Gateway.Edge.Console.Facades;

/// <summary>The events of one open calibration page: what has changed, every second.</summary>
internal sealed class FacadeStream(FacadeDesk desk, TestThrows throws, PacedFragments live)
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    public IAsyncEnumerable<SseItem<string>> ReadAsync(string device, Language language, CancellationToken cancellationToken) =>
        live.ReadAsync(language, Pace, page => LookAsync(page, device), cancellationToken);

    /// <summary>The test throws as the page shows them, the newest first.</summary>
    public IReadOnlyList<ThrowLine> Throws(string device)
    {
        var now = desk.Camera(device)?.Facade;
        return [.. throws.Results(new DeviceId(device)).Select(one => ThrowLines.Of(device, one, now))];
    }

    private async Task<SseItem<string>?[]> LookAsync(FragmentChanges page, string device) =>
    [
        await page.OfAsync<FacadeState>("standing", "Standing", desk.Standing(device)),
        await page.OfAsync<ThrowsArmed>("armed", "Until", throws.ArmedUntil(new DeviceId(device))),
        await page.OfAsync<ThrowList>("throws", "Throws", Throws(device)),
    ];
}
