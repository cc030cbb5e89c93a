using System.Net.ServerSentEvents;
using Gateway.Edge.Console.Live;
using Gateway.Edge.Console.Pages.Components;
using Gateway.Edge.Console.Texts;

namespace Gateway.Edge.Console.Patrols;

/// <summary>The events of one open page of patrols and tickets: what has changed, every second.</summary>
internal sealed class PatrolsStream(PatrolsReader reader, PacedFragments live)
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    public IAsyncEnumerable<SseItem<string>> ReadAsync(TicketFilter filter, int number, Language language, CancellationToken cancellationToken) => live.ReadAsync(
        language,
        Pace,
        async page =>
        [
            await page.OfAsync<PatrolCard>("patrol", "Patrol", reader.Patrol()),
            await page.OfAsync<PatrolLines>("lines", "Lines", reader.Lines()),
            await page.OfAsync<TicketTable>("tickets", "View", reader.Tickets(filter, number, language)),
        ],
        cancellationToken);
}
