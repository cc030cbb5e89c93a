using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Gateway.Cloud.Contract.Pages;
using Gateway.Edge.Console.Live;
using Gateway.Edge.Console.Pages.Components;
using Gateway.Edge.Console.Texts;

namespace Gateway.Edge.Console.Devices;

/// <summary>The events of one open devices page: what has changed, every two seconds.</summary>
internal sealed class DevicesStream(DevicesReader devices, FragmentRenderer renderer, TimeProvider time)
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(2);

    public async IAsyncEnumerable<SseItem<string>> ReadAsync(Language language, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var page = new FragmentChanges(renderer, language);
        while (!cancellationToken.IsCancellationRequested)
        {
            var view = devices.Read();
            SseItem<string>?[] changes =
            [
                await page.OfAsync<PatrolCard>("patrol", "Patrol", view.Patrol),
                await page.OfAsync<TicketList>("tickets", "Tickets", view.Tickets),
                await page.OfAsync<DeviceGroups>("groups", "Groups", view.Groups),
                await page.OfAsync<DeviceRows>("buses", "Rows", view.Buses),
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
}
