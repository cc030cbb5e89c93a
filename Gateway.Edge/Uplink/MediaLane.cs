using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;
using Gateway.Cloud.Contract.Mqtt;
using Gateway.Edge.Journal;

namespace Gateway.Edge.Uplink;

/// <summary>
/// Sends media in chunks, after their events, a few chunks at a time and only when no event waits, so that the most an event can wait for
/// is what is already under way. Owned by the pump.
/// </summary>
internal sealed class MediaLane(
    IMqttSession session, IMediaStore media, UplinkStore store, UplinkOptions options, LagClock lag, TimeProvider time, ILogger<UplinkService> logger)
{
    private const int ChunksUnderWay = 2;
    private const int MostFaults = 5;
    private const string UnknownType = "application/octet-stream";
    private static readonly TimeSpan s_resendQuiet = TimeSpan.FromSeconds(10);

    private readonly Queue<(Task Sent, MediaReference Medium)> _underWay = new();
    private readonly Queue<string> _wanted = new();
    private readonly HashSet<string> _unreceipted = new(StringComparer.Ordinal);
    private readonly HashSet<string> _gone = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _askedAt = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _faults = new(StringComparer.Ordinal);
    private MediaReference? _givenUp;
    private Sending? _sending;
    private long _after;

    /// <summary>The oldest chunk under way; null when there is none.</summary>
    public Task? Oldest => _underWay.TryPeek(out var oldest) ? oldest.Sent : null;

    /// <summary>Chunks that the broker has taken.</summary>
    public long Accepted { get; private set; }

    /// <summary>The medium that the last fault made the lane give up for good; null when it did not. Tells once.</summary>
    public MediaReference? TakeGivenUp()
    {
        var medium = _givenUp;
        _givenUp = null;
        return medium;
    }

    /// <summary>Takes a receipt: which media are stored, which are to be sent again.</summary>
    public void Apply(Receipt receipt)
    {
        foreach (var sha256 in receipt.Media)
        {
            if (_unreceipted.Remove(sha256))
            {
                lag.Progress();
            }
        }

        foreach (var sha256 in receipt.MissingMedia.Where(IsToBeSentAgain))
        {
            _askedAt[sha256] = time.GetTimestamp();
            _wanted.Enqueue(sha256);
        }
    }

    /// <summary>An event overtook others: its media need not wait until those have gone too.</summary>
    public void Follow(IReadOnlyList<MediaReference> overtaking)
    {
        foreach (var medium in overtaking.Where(medium => !_unreceipted.Contains(medium.Sha256)))
        {
            _wanted.Enqueue(medium.Sha256);
        }
    }

    /// <summary>Starts over with the oldest medium when the station has been silent for too long.</summary>
    public void Tick()
    {
        if (_unreceipted.Count == 0)
        {
            lag.Idle();
        }
        else if (lag.IsDue)
        {
            lag.Fired();
            _unreceipted.Clear();
            _after = 0;
        }
    }

    public void LinkIsNew() => lag.Restart();

    /// <summary>Sends at most one chunk of a medium whose event was sent; true when it did.</summary>
    /// <exception cref="MqttFaultException">The broker refuses our media; the medium is sent again later.</exception>
    public async ValueTask<bool> StepAsync(long sentThrough, CancellationToken cancellationToken)
    {
        while (_underWay.TryPeek(out var oldest) && oldest.Sent.IsCompleted)
        {
            _ = _underWay.Dequeue();
            await ObserveAsync(oldest.Sent, oldest.Medium);
        }

        if (_underWay.Count >= ChunksUnderWay)
        {
            return false;
        }

        _sending ??= await TakeAsync(sentThrough, cancellationToken);
        if (_sending is not { } sending)
        {
            return false;
        }

        _underWay.Enqueue((session.PublishAsync(Chunk(sending), cancellationToken), sending.Item.Medium));
        if (++sending.Index == sending.Count)
        {
            _sending = null;
        }

        return true;
    }

    // Not what is still on its way for the first time, nor what was sent again a moment ago, nor what is no longer here.
    private bool IsToBeSentAgain(string sha256)
    {
        foreach (var (asked, at) in _askedAt)
        {
            if (time.GetElapsedTime(at) >= s_resendQuiet)
            {
                _askedAt.Remove(asked);
            }
        }

        return !_askedAt.ContainsKey(sha256) && !_gone.Contains(sha256) && !store.IsGivenUp(sha256) && _sending?.Item.Medium.Sha256 != sha256
            && !(store.FindMedium(sha256) is { } item && item.Id > _after);
    }

    private async ValueTask ObserveAsync(Task chunk, MediaReference medium)
    {
        try
        {
            await chunk;
            Accepted++;
        }
        catch (MqttFaultException error)
        {
            if (error.IsFaultOfTheMessage)
            {
                CountFault(medium, error.Message);
            }

            _sending = null;
            _unreceipted.Clear();
            _after = 0;
            throw;
        }
    }

    // One that the broker never takes must not keep the others waiting for ever.
    private void CountFault(MediaReference medium, string reason)
    {
        var faults = _faults[medium.Sha256] = _faults.GetValueOrDefault(medium.Sha256) + 1;
        if (faults == MostFaults)
        {
            _faults.Remove(medium.Sha256);
            _gone.Add(medium.Sha256);
            store.GiveUpMedium(medium.Sha256, reason);
            _givenUp = medium;
        }
    }

    private MqttMessage Chunk(Sending sending)
    {
        var medium = sending.Item.Medium;
        var start = sending.Index * options.ChunkBytes;
        var length = Math.Min(options.ChunkBytes, sending.Bytes.Length - start);
        var chunk = new MediaChunk(medium.Sha256, sending.Index, sending.Count, sending.Bytes.Length, medium.Role);
        return new MqttMessage(
            Topics.Media(options.Station, options.Compound, medium.Sha256), sending.Bytes.AsMemory(start, length), medium.ContentType,
            UserProperties: chunk.ToProperties());
    }

    private async ValueTask<Sending?> TakeAsync(long sentThrough, CancellationToken cancellationToken)
    {
        while (Next(sentThrough) is { } item)
        {
            var sha256 = item.Medium.Sha256;
            try
            {
                if (await media.ReadAsync(sha256, cancellationToken) is { } bytes)
                {
                    _unreceipted.Add(sha256);
                    return new Sending(item, bytes, Math.Max(1, (bytes.Length + options.ChunkBytes - 1) / options.ChunkBytes));
                }

                logger.MediumSkipped(sha256, "it is no longer in the media store.");
            }
            catch (JournalUnavailableException error)
            {
                logger.MediumSkipped(sha256, error.Message);
            }

            _gone.Add(sha256);
            store.DeleteMedium(sha256);
        }

        return null;
    }

    private OutboxMedium? Next(long sentThrough)
    {
        if (_wanted.TryDequeue(out var sha256))
        {
            // The outbox forgets what the station has receipted; should it ask all the same, the event tells it the type.
            return store.FindMedium(sha256) ?? new OutboxMedium(0, new MediaReference(sha256, UnknownType, 0, ""));
        }

        while (_unreceipted.Count < options.MaximumUnreceiptedMedia && store.NextMedium(_after, sentThrough) is { } next)
        {
            _after = next.Id;
            if (!_unreceipted.Contains(next.Medium.Sha256))
            {
                return next;
            }
        }

        return null;
    }

    private sealed class Sending(OutboxMedium item, byte[] bytes, int count)
    {
        public OutboxMedium Item => item;

        public byte[] Bytes => bytes;

        public int Count => count;

        public int Index { get; set; }
    }
}
