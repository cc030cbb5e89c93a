using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Gateway.Cloud.Contract.Pages;
using Gateway.Edge.Console.Live;
using Gateway.Edge.Console.Pages.Components;
using Gateway.Edge.Console.Texts;
using Gateway.Edge.Console.Vehicles;
using Gateway.Edge.Journal;
using Gateway.Edge.Passages.Vehicles;

namespace Gateway.Edge.Console.Barriers;

/// <summary>The events of one open live view: a barrier when it has changed, at once, and the rest every second.</summary>
internal sealed class BarriersStream(BarriersReader barriers, OccupancyReader places, LaneBoard board, FragmentRenderer renderer, TimeProvider time)
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(1);

    /// <summary>Changes within this span reach the page together.</summary>
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(100);

    public async IAsyncEnumerable<SseItem<string>> ReadAsync(Language language, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var page = new FragmentChanges(renderer, language);
        while (!cancellationToken.IsCancellationRequested)
        {
            var seen = board.Revision;
            foreach (var card in barriers.Read())
            {
                if (await page.OfAsync<BarrierNow>($"now-{card.Id}", "Barrier", card) is { } now)
                {
                    yield return now;
                }

                if (await page.OfAsync<BarrierLast>($"last-{card.Id}", "Barrier", card) is { } last)
                {
                    yield return last;
                }
            }

            if (await PlacesAsync(cancellationToken) is { } view && await page.OfAsync<OccupancyLine>("places", "Places", view) is { } line)
            {
                yield return line;
            }

            yield return new SseItem<string>("alive", "pulse");
            await WaitAsync(seen, cancellationToken);
        }
    }

    private async Task<OccupancyView?> PlacesAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await places.ReadAsync(cancellationToken);
        }
        catch (Exception error) when (error is JournalUnavailableException or OperationCanceledException)
        {
            // The barriers show without it; the status page tells of the journal.
            return null;
        }
    }

    private async Task WaitAsync(long seen, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Heartbeat, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            await board.ChangedAsync(seen, either.Token);
            await Task.Delay(Pace, time, either.Token);
        }
        catch (OperationCanceledException)
        {
            // Time for the heartbeat, or the end.
        }
    }
}
