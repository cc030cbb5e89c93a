using System.Net.ServerSentEvents;
using System.Text.RegularExpressions;
using Gateway.Cloud.Contract.Pages;
using Gateway.Edge.Console.Texts;
using Microsoft.AspNetCore.Components;

namespace Gateway.Edge.Console.Live;

/// <summary>What one open page shows, part by part: only a part that has changed is sent again. For one page.</summary>
internal sealed partial class FragmentChanges(FragmentRenderer renderer, Language language)
{
    private readonly Dictionary<string, string> _shown = new(StringComparer.Ordinal);

    /// <summary>The event that brings the part up to date; null when it is.</summary>
    public async Task<SseItem<string>?> OfAsync<T>(string name, string parameter, object? value)
        where T : IComponent
    {
        var html = await RenderAsync<T>(parameter, value);

        // The page's script counts ages on by itself: an age alone is no change.
        var compared = Ages().Replace(html, ">");
        if (_shown.GetValueOrDefault(name) == compared)
        {
            return null;
        }

        _shown[name] = compared;
        return new SseItem<string>(html.Length == 0 ? " " : html, name);
    }

    /// <summary>The component's HTML in the page's language.</summary>
    public Task<string> RenderAsync<T>(string parameter, object? value)
        where T : IComponent => renderer.RenderAsync<T>(new(StringComparer.Ordinal) { ["Language"] = language, [parameter] = value });

    [GeneratedRegex("(?<=data-age)>[^<]*", RegexOptions.None, 1000)]
    private static partial Regex Ages();
}
