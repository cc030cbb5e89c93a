using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Alerts.Strangers.Visits;
using Gateway.Edge.Journal;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Alerts.Strangers;

/// <summary>
/// Turns sightings into alerts: the first sighting of a stranger is the alert, later ones tell the station the count under the same
/// stranger id. Safe for use by several threads; sightings are worked one after the other.
/// </summary>
internal sealed class StrangerAlerts(StrangerBook book, VisitLedger visits, IStrangerStore store, IJournal journal, IMediaStore media, ILogger<StrangerAlerts> logger) : IDisposable
{
    // One sighting at a time: two gates that see the same new face in the same instant make one alert.
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Records the sighting and completes when it is durable.</summary>
    /// <exception cref="JournalUnavailableException">Nothing could be recorded.</exception>
    public async ValueTask<JournalRecord> ReportAsync(Sighting sighting, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var (seen, portrait, record) = await TellAsync(sighting, cancellationToken);
            await FollowAsync(seen, sighting, portrait);
            return record;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>The face of a stranger is still in view at a gate: its visit goes on. No alert and no count; whoever is no stranger of the window is none by this.</summary>
    public async ValueTask StaysAsync(Sighting sighting, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (book.Stay(sighting) is { } seen)
            {
                Remember(seen);
                await FollowAsync(seen, sighting, portrait: null);
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private async ValueTask<(StrangerSeen Seen, MediaReference? Portrait, JournalRecord Record)> TellAsync(Sighting sighting, CancellationToken cancellationToken)
    {
        var seen = book.Add(sighting);
        try
        {
            (seen, var portrait) = await KeepPortraitAsync(seen, sighting, cancellationToken);
            var record = await journal.AppendAsync(Entry(seen, sighting, portrait), cancellationToken);
            Remember(seen);
            return (seen, portrait, record);
        }
        catch
        {
            // Nobody was told: were it kept, the next sighting would pass for a repeated one and the alert would never come.
            book.Undo(seen);
            throw;
        }
    }

    // Not cancelled half-way: the sighting is on record already. A finding that could not be told is found again with the next sighting.
    private async ValueTask FollowAsync(StrangerSeen seen, Sighting sighting, MediaReference? portrait)
    {
        if (visits.Follow(seen, sighting, portrait) is not { } finding)
        {
            return;
        }

        try
        {
            await journal.AppendAsync(Lingering(seen.Stranger, finding), CancellationToken.None);
            visits.Told(finding);
        }
        catch (JournalUnavailableException error)
        {
            StrangersLog.LingeringNotTold(logger, finding.Gate, error);
        }
    }

    // An alert without its picture is worth more than none: a portrait that cannot be kept does not hold it back.
    private async ValueTask<(StrangerSeen Seen, MediaReference? Portrait)> KeepPortraitAsync(
        StrangerSeen seen, Sighting sighting, CancellationToken cancellationToken)
    {
        if (!seen.HasBetterPortrait || sighting.Portrait.IsEmpty)
        {
            return (seen, null);
        }

        try
        {
            return (seen, await media.StoreAsync(sighting.Portrait, "image/jpeg", "portrait", cancellationToken));
        }
        catch (Exception error) when (error is JournalUnavailableException or ArgumentException)
        {
            StrangersLog.PortraitNotKept(logger, sighting.Gate, error);
            return (book.LosePortrait(seen), null);
        }
    }

    // The alert is on record; forgetting its face costs at most one repeated alert after a restart.
    private void Remember(StrangerSeen seen)
    {
        try
        {
            store.Save(seen.Stranger, seen.Forgotten);
        }
        catch (SqliteException error)
        {
            StrangersLog.NotRemembered(logger, error);
        }
    }

    private static JournalEntry Entry(StrangerSeen seen, Sighting sighting, MediaReference? portrait)
    {
        var stranger = seen.Stranger;
        var reason = seen.IsNew
            ? StrangerWords.FirstSeen(sighting.GateName)
            : StrangerWords.SeenAgain(sighting.GateName, stranger.Sightings);
        var data = new StrangerData(
            stranger.Id.ToString(),
            sighting.Gate,
            sighting.GateName,
            stranger.Sightings,
            stranger.FirstSeen,
            stranger.LastSeen,
            reason,
            portrait);
        var priority = seen.IsNew ? EventPriority.High : EventPriority.Info;
        return JournalEntry.Of(EventKind.Stranger, priority, sighting.Gate, data, portrait is null ? [] : [portrait]);
    }

    // The same stranger's news: the station adds it to the alert that stands. Neither label nor returns are in it.
    private static JournalEntry Lingering(Stranger stranger, LingeringFinding finding) => JournalEntry.Of(
        EventKind.Stranger,
        EventPriority.Normal,
        finding.Gate,
        new StrangerData(
            stranger.Id.ToString(),
            finding.Gate,
            finding.Name,
            stranger.Sightings,
            stranger.FirstSeen,
            stranger.LastSeen,
            StrangerWords.Lingers(finding.Name, finding.Stayed),
            Portrait: null));
}
