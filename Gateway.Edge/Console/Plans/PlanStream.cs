using System.Net.ServerSentEvents;
using Gateway.Edge.Console.Live;
using Gateway.Edge.Console.Pages.Components;
using Gateway.Edge.Console.Texts;

namespace Gateway.Edge.Console.Plans;

/// <summary>The events of one open plan: what has changed, every two seconds.</summary>
internal sealed class PlanStream(PlanReader plans, PacedFragments live)
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(2);

    public IAsyncEnumerable<SseItem<string>> ReadAsync(Guid? plan, Language language, CancellationToken cancellationToken) => live.ReadAsync(
        language,
        Pace,
        async page =>
        {
            var sheet = plans.Read(plan);
            return [await page.OfAsync<PlanFigure>("figure", "Sheet", sheet), await page.OfAsync<PlanStanding>("standing", "Sheet", sheet)];
        },
        cancellationToken);
}
