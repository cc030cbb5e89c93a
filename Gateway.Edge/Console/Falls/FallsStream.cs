using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Gateway.Cloud.Contract.Pages;
using Gateway.Edge.Console.Live;
using Gateway.Edge.Console.Pages.Components;
using Gateway.Edge.Console.Texts;

namespace Gateway.Edge.Console.Falls;

/// <summary>The events of one open page of falls: the list when it has changed, every two seconds.</summary>
internal sealed class FallsStream(FallsReader falls, FragmentRenderer renderer, TimeProvider time)
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(2);

    public async IAsyncEnumerable<SseItem<string>> ReadAsync(Language language, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var page = new FragmentChanges(renderer, language);
        while (!cancellationToken.IsCancellationRequested)
        {
            if (await page.OfAsync<FallRows>("falls", "Falls", falls.Read()) is { } item)
            {
                yield return item;
            }

            yield return new SseItem<string>("alive", "pulse");
            await Task.Delay(Pace, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
