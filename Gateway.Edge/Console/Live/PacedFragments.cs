using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Gateway.Cloud.Contract.Pages;
using Gateway.Edge.Console.Texts;

namespace Gateway.Edge.Console.Live;

/// <summary>The events of an open page that is looked at anew every so often: what has changed, then a pulse that tells it is alive.</summary>
internal sealed class PacedFragments(FragmentRenderer renderer, TimeProvider time)
{
    /// <summary>The events of one page, until it is closed.</summary>
    /// <param name="language">The page's.</param>
    /// <param name="pace">From one look to the next.</param>
    /// <param name="look">Tells of each part what has changed; null where nothing has.</param>
    /// <param name="cancellationToken">Closes the page.</param>
    public async IAsyncEnumerable<SseItem<string>> ReadAsync(
        Language language, TimeSpan pace, Func<FragmentChanges, Task<SseItem<string>?[]>> look, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var page = new FragmentChanges(renderer, language);
        while (!cancellationToken.IsCancellationRequested)
        {
            foreach (var change in await look(page))
            {
                if (change is { } item)
                {
                    yield return item;
                }
            }

            yield return new SseItem<string>("alive", "pulse");
            await Task.Delay(pace, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
