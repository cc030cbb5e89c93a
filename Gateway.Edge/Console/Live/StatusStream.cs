using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Gateway.Cloud.Contract.Pages;
using Gateway.Edge.Console.Pages.Components;
using Gateway.Edge.Console.Plans;
using Gateway.Edge.Console.Status;
using Gateway.Edge.Console.Texts;
using Gateway.Edge.Journal;

namespace Gateway.Edge.Console.Live;

/// <summary>
/// The events of one open page: what has changed, rendered by the components that rendered the page, after each new record and at
/// least every two seconds. It holds a position in the journal and what the page shows, and nothing else.
/// </summary>
internal sealed class StatusStream(StatusReader status, PassageReader passages, IJournalReader reader, PlanReader plans, FragmentRenderer renderer, TimeProvider time)
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(2);

    /// <summary>Records within this span reach the page together.</summary>
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(250);

    public async IAsyncEnumerable<SseItem<string>> ReadAsync(
        long start, Language language, [EnumeratorCancellation] CancellationToken cancellationToken, DateTimeOffset? since = null, bool withPlan = false)
    {
        var page = new PageState(new FragmentChanges(renderer, language)) { Position = Math.Max(0, start), Since = since, WithPlan = withPlan };
        while (!cancellationToken.IsCancellationRequested)
        {
            foreach (var item in await CollectAsync(page, cancellationToken))
            {
                yield return item;
            }

            await WaitAsync(page, cancellationToken);
        }
    }

    private async Task<List<SseItem<string>>> CollectAsync(PageState page, CancellationToken cancellationToken)
    {
        var items = new List<SseItem<string>>();
        try
        {
            var view = await status.ReadAsync(cancellationToken);
            await AddChangedAsync<AttentionList>(page, items, "attention", "Items", view.Attention);
            await AddChangedAsync<GateList>(page, items, "gates", "Gates", view.Gates);
            await AddChangedAsync<DeviceKinds>(page, items, "devices", "Kinds", view.Kinds);
            await AddChangedAsync<FactList>(page, items, "uplink", "Facts", view.Uplink);
            await AddChangedAsync<FactList>(page, items, "journal", "Facts", view.Journal);
            await AddChangedAsync<FactList>(page, items, "residents", "Facts", view.Residents);
            await AddChangedAsync<FactList>(page, items, "vehicles", "Facts", view.Vehicles);
            if (page.WithPlan)
            {
                await AddChangedAsync<PlanSmall>(page, items, "plan", "Sheet", plans.Read());
            }

            var fault = await AddPassagesAsync(page, items, cancellationToken);
            await AddChangedAsync<PassagesFault>(page, items, "unreadable", "Reason", fault);
        }
        catch (OperationCanceledException)
        {
            return items;
        }

        items.Add(Item("alive", "pulse", page));
        return items;
    }

    private async Task<string?> AddPassagesAsync(PageState page, List<SseItem<string>> items, CancellationToken cancellationToken)
    {
        try
        {
            var (lines, through) = await passages.ReadAsync(page.Position, cancellationToken, page.Since);
            page.Position = through;
            page.Readable = true;
            if (lines.Count > 0)
            {
                items.Add(Item(await page.Fragments.RenderAsync<PassageRows>("Passages", lines), "passage", page));
            }

            return null;
        }
        catch (JournalUnavailableException error)
        {
            page.Readable = false;
            return error.Message;
        }
    }

    private static async Task AddChangedAsync<T>(PageState page, List<SseItem<string>> items, string name, string parameter, object? value)
        where T : Microsoft.AspNetCore.Components.IComponent
    {
        if (await page.Fragments.OfAsync<T>(name, parameter, value) is { } item)
        {
            items.Add(Item(item.Data, name, page));
        }
    }

    private static SseItem<string> Item(string html, string name, PageState page) =>
        new(html, name) { EventId = page.Position.ToString(CultureInfo.InvariantCulture) };

    private async Task WaitAsync(PageState page, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Heartbeat, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            // What cannot be read would be there at once, again and again.
            await reader.WaitAsync(page.Readable ? page.Position : long.MaxValue - 1, either.Token);
            await Task.Delay(Pace, time, either.Token);
        }
        catch (OperationCanceledException)
        {
            // Time for the heartbeat, or the end.
        }
    }

    private sealed class PageState(FragmentChanges fragments)
    {
        public long Position { get; set; }

        public DateTimeOffset? Since { get; init; }

        /// <summary>Whoever looks may see where the devices stand.</summary>
        public bool WithPlan { get; init; }

        public bool Readable { get; set; } = true;

        public FragmentChanges Fragments => fragments;
    }
}
