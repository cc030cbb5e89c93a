using System.Net.ServerSentEvents;
using Gateway.Edge.Console.Live;
using Gateway.Edge.Console.Pages.Components;
using Gateway.Edge.Console.Texts;

namespace Gateway.Edge.Console.Grants;

/// <summary>The events of one open page of temporary access: the list when it has changed, looked at every second.</summary>
internal sealed class GrantStream(GrantReader grants, PacedFragments live)
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    public IAsyncEnumerable<SseItem<string>> ReadAsync(Language language, bool mayChange, CancellationToken cancellationToken) =>
        live.ReadAsync(
            language,
            Pace,
            async page =>
            {
                var list = grants.Read(mayChange);
                var ended = list.Groups.FirstOrDefault(group => group.Group == GrantGroup.Ended);
                return
                [
                    await page.OfAsync<GrantGroups>("grants", "List", list),
                    ended is null ? null : await page.OfAsync<GrantEnded>("ended", "List", ended),
                ];
            },
            cancellationToken);
}
