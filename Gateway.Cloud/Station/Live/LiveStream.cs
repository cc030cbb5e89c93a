using System.Data.Common;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Gateway.Cloud.Contract.Mqtt;
using Gateway.Cloud.Contract.Pages;
using Gateway.Cloud.Station.Ingest;
using Gateway.Cloud.Station.Pages.Components;
using Gateway.Cloud.Station.Texts;

namespace Gateway.Cloud.Station.Live;

/// <summary>
/// The events of one open page. It holds a position and nothing else: what is new is read from the database after a signal, so
/// catching up after a reconnect is the same as going on. Owned by that page's connection.
/// </summary>
internal sealed class LiveStream(
    LiveQueries queries,
    AlertQueries alertQueries,
    FragmentRenderer renderer,
    LiveSignal signal,
    IngestHealth health,
    IMqttSession session,
    TimeProvider time)
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(2);

    /// <summary>Commits within this span reach the page together; at 500 events a second it is still five updates.</summary>
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(200);

    public async IAsyncEnumerable<SseItem<string>> ReadAsync(
        LivePosition start, Wording words, string viewer, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var subscription = signal.Listen();
        var state = new PageState { Position = start };
        while (!cancellationToken.IsCancellationRequested)
        {
            foreach (var item in await CollectAsync(state, words, viewer, cancellationToken))
            {
                yield return item;
            }

            if (await WaitAsync(subscription, cancellationToken))
            {
                await DelayAsync(cancellationToken);
            }
        }
    }

    private async Task<List<SseItem<string>>> CollectAsync(PageState state, Wording words, string viewer, CancellationToken cancellationToken)
    {
        var items = new List<SseItem<string>>();
        var fault = health.Fault ?? health.MediaFault;
        try
        {
            await CollectListsAsync(state, items, words, viewer, cancellationToken);
        }
        catch (DbException error)
        {
            fault ??= error.Message;
        }
        catch (OperationCanceledException)
        {
            return items;
        }

        await AddChangedAsync<StationBanner>(
            state, items, "banner", new(StringComparer.Ordinal) { ["Words"] = words, ["StorageFault"] = fault, ["BrokerAway"] = !session.IsConnected });
        items.Add(new SseItem<string>("alive", "pulse") { EventId = state.Position.ToString() });
        return items;
    }

    private async Task CollectListsAsync(
        PageState state, List<SseItem<string>> items, Wording words, string viewer, CancellationToken cancellationToken)
    {
        var alerts = await alertQueries.AlertsAsync(state.Position.Alert, cancellationToken);
        if (alerts.Count > 0)
        {
            state.Position = state.Position with { Alert = alerts.Max(alert => alert.Revision) };
            var html = await renderer.RenderAsync<AlertRows>(new(StringComparer.Ordinal) { ["Alerts"] = alerts, ["Words"] = words, ["Viewer"] = viewer });
            items.Add(new SseItem<string>(html, "alert") { EventId = state.Position.ToString() });
        }

        var passages = await queries.PassagesAsync(state.Position.Passage, cancellationToken);
        if (passages.Count > 0)
        {
            state.Position = state.Position with { Passage = passages[0].Id };
            var html = await renderer.RenderAsync<PassageRows>(new(StringComparer.Ordinal) { ["Passages"] = passages, ["Words"] = words });
            items.Add(new SseItem<string>(html, "passage") { EventId = state.Position.ToString() });
        }

        var compounds = await queries.CompoundsAsync(cancellationToken);
        if (!state.Compounds.SequenceEqual(compounds))
        {
            state.Compounds = compounds;
            items.Add(new SseItem<string>(await renderer.RenderAsync<CompoundList>(new(StringComparer.Ordinal) { ["Compounds"] = compounds, ["Words"] = words }), "compounds"));
        }

        await AddChangedAsync<OpenAlertCount>(
            state, items, "count", new(StringComparer.Ordinal) { ["Open"] = await alertQueries.OpenAsync(cancellationToken), ["Words"] = words });
    }

    private async Task AddChangedAsync<T>(PageState state, List<SseItem<string>> items, string name, Dictionary<string, object?> parameters)
        where T : Microsoft.AspNetCore.Components.IComponent
    {
        var html = await renderer.RenderAsync<T>(parameters);
        if (state.Shown.GetValueOrDefault(name) != html)
        {
            state.Shown[name] = html;
            items.Add(new SseItem<string>(html.Length == 0 ? " " : html, name));
        }
    }

    private async Task<bool> WaitAsync(LiveSubscription subscription, CancellationToken cancellationToken)
    {
        try
        {
            return await subscription.WaitAsync(Heartbeat, time, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task DelayAsync(CancellationToken cancellationToken) =>
        await Task.Delay(Pace, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private sealed class PageState
    {
        public LivePosition Position { get; set; }

        public IReadOnlyList<CompoundView> Compounds { get; set; } = [];

        public Dictionary<string, string> Shown { get; } = new(StringComparer.Ordinal);
    }
}
