using System.Net.ServerSentEvents;
using Gateway.Edge.Console.Live;
using Gateway.Edge.Console.Pages.Components;
using Gateway.Edge.Console.Texts;

namespace Gateway.Edge.Console.Devices;

/// <summary>The events of one open devices page: what has changed, every two seconds.</summary>
internal sealed class DevicesStream(DevicesReader devices, PacedFragments live)
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(2);

    public IAsyncEnumerable<SseItem<string>> ReadAsync(Language language, CancellationToken cancellationToken) =>
        live.ReadAsync(language, Pace, LookAsync, cancellationToken);

    private async Task<SseItem<string>?[]> LookAsync(FragmentChanges page)
    {
        var view = devices.Read();
        return
        [
            await page.OfAsync<PatrolCard>("patrol", "Patrol", view.Patrol),
            await page.OfAsync<TicketList>("tickets", "Tickets", view.Tickets),
            await page.OfAsync<DeviceGroups>("groups", "Groups", view.Groups),
            await page.OfAsync<DeviceRows>("buses", "Rows", view.Buses),
        ];
    }
}
