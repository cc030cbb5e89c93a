using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Gateway.Cloud.Contract.Pages;
using Gateway.Edge.Alerts.FallingObjects;
using Gateway.Edge.Console.Live;
using Gateway.Edge.Console.Pages.Components;
using Gateway.Edge.Console.Texts;
using Gateway.Drivers.Devices;

namespace Gateway.Edge.Console.Facades;

/// <summary>The events of one open calibration page: what has changed, every second.</summary>
internal sealed class FacadeStream(FacadeDesk desk, TestThrows throws, FragmentRenderer renderer, TimeProvider time)
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    public async IAsyncEnumerable<SseItem<string>> ReadAsync(string device, Language language, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var page = new FragmentChanges(renderer, language);
        while (!cancellationToken.IsCancellationRequested)
        {
            SseItem<string>?[] changes =
            [
                await page.OfAsync<FacadeState>("standing", "Standing", desk.Standing(device)),
                await page.OfAsync<ThrowsArmed>("armed", "Until", throws.ArmedUntil(new DeviceId(device))),
                await page.OfAsync<ThrowList>("throws", "Throws", Throws(device)),
                new SseItem<string>("alive", "pulse"),
            ];
            foreach (var change in changes)
            {
                if (change is { } item)
                {
                    yield return item;
                }
            }

            await Task.Delay(Pace, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>The test throws as the page shows them, the newest first.</summary>
    public IReadOnlyList<ThrowLine> Throws(string device)
    {
        var now = desk.Camera(device)?.Facade;
        return [.. throws.Results(new DeviceId(device)).Select(one => ThrowLines.Of(device, one, now))];
    }
}
