using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Gateway.Cloud.Contract.Pages;
using Gateway.Edge.Console.Pages.Components;
using Gateway.Edge.Console.Status;
using Gateway.Edge.Console.Texts;
using Gateway.Edge.Journal;

namespace Gateway.Edge.Console.Live;

/// <summary>
/// The events of one open page: what has changed, rendered by the components that rendered the page, after each new record and at
/// least every two seconds. It holds a position in the journal and what the page shows, and nothing else.
/// </summary>
internal sealed partial class StatusStream(StatusReader status, PassageReader passages, IJournalReader reader, FragmentRenderer renderer, TimeProvider time)
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(2);

    /// <summary>Records within this span reach the page together.</summary>
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(250);

    public async IAsyncEnumerable<SseItem<string>> ReadAsync(long start, Language language, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var page = new PageState { Position = Math.Max(0, start) };
        while (!cancellationToken.IsCancellationRequested)
        {
            foreach (var item in await CollectAsync(page, language, cancellationToken))
            {
                yield return item;
            }

            await WaitAsync(page, cancellationToken);
        }
    }

    private async Task<List<SseItem<string>>> CollectAsync(PageState page, Language language, CancellationToken cancellationToken)
    {
        var items = new List<SseItem<string>>();
        try
        {
            var view = await status.ReadAsync(cancellationToken);
            await AddChangedAsync<AttentionList>(page, items, "attention", language, ("Items", view.Attention));
            await AddChangedAsync<GateList>(page, items, "gates", language, ("Gates", view.Gates));
            await AddChangedAsync<DeviceList>(page, items, "devices", language, ("Devices", view.Devices));
            await AddChangedAsync<FactList>(page, items, "uplink", language, ("Facts", view.Uplink));
            await AddChangedAsync<FactList>(page, items, "journal", language, ("Facts", view.Journal));
            await AddChangedAsync<FactList>(page, items, "residents", language, ("Facts", view.Residents));
            var fault = await AddPassagesAsync(page, items, language, cancellationToken);
            await AddChangedAsync<PassagesFault>(page, items, "unreadable", language, ("Reason", fault));
        }
        catch (OperationCanceledException)
        {
            return items;
        }

        items.Add(Item("alive", "pulse", page));
        return items;
    }

    private async Task<string?> AddPassagesAsync(PageState page, List<SseItem<string>> items, Language language, CancellationToken cancellationToken)
    {
        try
        {
            var (lines, through) = await passages.ReadAsync(page.Position, cancellationToken);
            page.Position = through;
            page.Readable = true;
            if (lines.Count > 0)
            {
                items.Add(Item(await RenderAsync<PassageRows>(language, ("Passages", lines)), "passage", page));
            }

            return null;
        }
        catch (JournalUnavailableException error)
        {
            page.Readable = false;
            return error.Message;
        }
    }

    private async Task AddChangedAsync<T>(
        PageState page, List<SseItem<string>> items, string name, Language language, (string Name, object? Value) parameter)
        where T : Microsoft.AspNetCore.Components.IComponent
    {
        var html = await RenderAsync<T>(language, parameter);

        // The page's script counts ages on by itself: an age alone is no change.
        var compared = Ages().Replace(html, ">");
        if (page.Shown.GetValueOrDefault(name) != compared)
        {
            page.Shown[name] = compared;
            items.Add(Item(html.Length == 0 ? " " : html, name, page));
        }
    }

    private Task<string> RenderAsync<T>(Language language, (string Name, object? Value) parameter)
        where T : Microsoft.AspNetCore.Components.IComponent =>
        renderer.RenderAsync<T>(new(StringComparer.Ordinal) { ["Language"] = language, [parameter.Name] = parameter.Value });

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

    [GeneratedRegex("(?<=data-age)>[^<]*", RegexOptions.None, 1000)]
    private static partial Regex Ages();

    private sealed class PageState
    {
        public long Position { get; set; }

        public bool Readable { get; set; } = true;

        public Dictionary<string, string> Shown { get; } = new(StringComparer.Ordinal);
    }
}
