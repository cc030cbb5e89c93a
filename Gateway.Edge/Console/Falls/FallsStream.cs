using System.Net.ServerSentEvents;
using Gateway.Edge.Console.Live;
using Gateway.Edge.Console.Pages.Components;
using Gateway.Edge.Console.Texts;

namespace Gateway.Edge.Console.Falls;

/// <summary>The events of one open page of falls: the list when it has changed, every two seconds.</summary>
internal sealed class FallsStream(FallsReader falls, PacedFragments live)
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(2);

    public IAsyncEnumerable<SseItem<string>> ReadAsync(Language language, CancellationToken cancellationToken, DateTimeOffset? since = null) =>
        live.ReadAsync(language, Pace, async page => [await page.OfAsync<FallRows>("falls", "Falls", falls.Read(since))], cancellationToken);
}
