using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Gateway.Cloud.Contract.Pages;
using Gateway.Drivers.FaceGates;
using Gateway.Edge.Console.Live;
using Gateway.Edge.Console.Pages.Components;
using Gateway.Edge.Console.Texts;
using Gateway.Edge.Passages;

namespace Gateway.Edge.Console.GateDisplays;

/// <summary>The events of one display: what it shows, as soon as the gate says so, and a pulse that tells it is alive.</summary>
internal sealed class DisplayStream(DisplayReader displays, GateBoard board, FragmentRenderer renderer, TimeProvider time)
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(2);

    /// <param name="gate">The display's gate.</param>
    /// <param name="allowed">Asked again with every pulse; the stream ends with the first no.</param>
    /// <param name="cancellationToken">Closes the display.</param>
    public async IAsyncEnumerable<SseItem<string>> ReadAsync(FaceGateDescription gate, Func<bool> allowed, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var page = new FragmentChanges(renderer, Language.Chinese);
        while (!cancellationToken.IsCancellationRequested && allowed())
        {
            var changed = board.Changed;
            if (await page.OfAsync<DisplayScreen>("screen", "View", displays.Read(gate)) is { } item)
            {
                yield return item;
            }

            yield return new SseItem<string>("alive", "pulse");
            await changed.WaitAsync(Heartbeat, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
