using System.Net.ServerSentEvents;
using Gateway.Edge.Charging.Sessions;
using Gateway.Edge.Console.Live;
using Gateway.Edge.Console.Pages.Components;
using Gateway.Edge.Console.Texts;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Console.Charging;

/// <summary>The events of open pages of charging: what has changed, every second.</summary>
internal sealed class ChargingStream(ChargingReader reader, SessionDesk desk, SessionStore store, PacedFragments live)
{
    private static readonly TimeSpan s_pace = TimeSpan.FromSeconds(1);

    /// <summary>The console's page: every shed.</summary>
    public IAsyncEnumerable<SseItem<string>> ShedsAsync(Language language, CancellationToken cancellationToken) => live.ReadAsync(
        language,
        s_pace,
        async page =>
        {
            var parts = new List<SseItem<string>?>();
            foreach (var shed in reader.Sheds())
            {
                parts.Add(await page.OfAsync<ChargingOutlets>($"shed-{shed.Id}", "Shed", shed));
            }

            return [.. parts];
        },
        cancellationToken);

    /// <summary>One session, on the phone or in the console. What has ended is read once: it changes no more.</summary>
    public IAsyncEnumerable<SseItem<string>> SessionAsync(Guid session, Language language, CancellationToken cancellationToken)
    {
        SessionView? ended = null;
        return live.ReadAsync(
            language,
            s_pace,
            async page =>
            {
                var view = ended ?? desk.LiveView(session) ?? await FindAsync(session, cancellationToken);
                ended = view is { Session.Ended: not null } ? view : null;
                return [await page.OfAsync<ChargeNow>("session", "View", view)];
            },
            cancellationToken);
    }

    /// <summary>A session as pages show it; null for none, and while the disk does not answer.</summary>
    public async Task<SessionView?> FindAsync(Guid session, CancellationToken cancellationToken)
    {
        try
        {
            return await store.ReadAsync(file => SessionRows.Find(file, session) is { } kept ? (kept, SessionRows.Curve(file, session)) : default, cancellationToken)
                is ({ } found, var curve) ? desk.ViewOf(found, curve) : null;
        }
        catch (Exception error) when (error is SqliteException or OperationCanceledException)
        {
            return null;
        }
    }
}
