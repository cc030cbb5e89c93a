using Gateway.Cloud.Contract.Events;
using Gateway.Cloud.Contract.Mqtt;
using Gateway.Edge.Journal;
using Gateway.Edge.Uplink.Commands;

namespace Gateway.Edge.Uplink;

/// <summary>
/// Carries the journal to the broker: one loop owns every decision, so none of its parts needs a lock. Runs until cancelled, until
/// something fails that only a fresh start from the stored cursor can mend, or until the journal goes on under another id.
/// </summary>
internal sealed class UplinkPump : IDisposable
{
    private static readonly TimeSpan s_tick = TimeSpan.FromSeconds(1);

    private readonly IMqttSession _session;
    private readonly IJournal _journal;
    private readonly IJournalReader _reader;
    private readonly UplinkStatus _status;
    private readonly UplinkStore _store;
    private readonly UplinkInbox _inbox;
    private readonly TimeProvider _time;
    private readonly ILogger<UplinkService> _logger;
    private readonly EventLane _events;
    private readonly MediaLane _media;
    private readonly StateMessage _state;
    private readonly CloudEventWriter _writer;
    private readonly SendWindow _window;
    private readonly LagClock _lag;
    private readonly Dictionary<long, string> _refused;
    private readonly Backoff _refusals;
    private readonly Backoff _mediaRefusals;
    private readonly Wake _wake = new();
    private long _connection = -1;
    private long _mediaAccepted;

    public UplinkPump(
        IMqttSession session, IJournal journal, IJournalReader reader, IMediaStore media, UplinkStore store, UplinkOptions options,
        UplinkStatus status, TimeProvider time, ILogger<UplinkService> logger, CommandMailbox? commands)
    {
        (_session, _journal, _reader, _store, _status, _time, _logger) = (session, journal, reader, store, status, time, logger);
        _inbox = new UplinkInbox(session, journal, store.Journal, options, status, time, logger, commands);
        _events = new EventLane(journal, reader, store, options, time, logger);
        _media = new MediaLane(session, media, store, options, Clock(), time, logger);
        _state = new StateMessage(session, journal, status, options, time);
        _writer = new CloudEventWriter(options.Station, options.Compound, store.Journal);
        _window = new SendWindow(options.Window);
        _refusals = new Backoff(time, options.FaultDelay);
        _mediaRefusals = new Backoff(time, options.FaultDelay);
        _lag = Clock();
        _refused = new Dictionary<long, string>(store.Refused());

        LagClock Clock() => new(time, options.ReceiptLag, options.MaximumReceiptLag, options.ResendBatch, Random.Shared);
    }

    // A journal that was set aside as damaged goes on under a new id, in which the cursor and the sequences mean nothing.
    private bool IsOtherJournal => _journal.JournalId != _store.Journal;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        _status.BeginJournal(_store.Journal, _store.Receipted);
        _status.MediaPending = _store.MediaPending;
        _logger.Resumed(_store.Receipted, _store.Journal, _status.MediaPending);
        _inbox.Subscribe();
        _session.Start();

        using var helpers = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await using var timer = _time.CreateTimer(static wake => ((Wake)wake!).Set(), _wake, s_tick, s_tick);
        Task[] tasks = [HelpAsync(_inbox.RunAsync(_wake, helpers.Token)), HelpAsync(WatchJournalAsync(helpers.Token)), HelpAsync(WatchLinkAsync(helpers.Token))];
        try
        {
            while (!IsOtherJournal)
            {
                cancellationToken.ThrowIfCancellationRequested();
                foreach (var task in tasks)
                {
                    if (task.IsCompleted)
                    {
                        await task;
                    }
                }

                await TurnAsync(cancellationToken);
            }
        }
        finally
        {
            await helpers.CancelAsync();
            await Task.WhenAll(tasks).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public void Dispose() => _writer.Dispose();

    // One look at everything: what came back, what is due, what can go out; then a wait for the next change.
    private async ValueTask TurnAsync(CancellationToken cancellationToken)
    {
        _wake.Reset();
        await CollectAsync(cancellationToken);
        TakeReceipts();
        LookAtLink();
        LookAtClock();
        if (_session.IsConnected && !_refusals.IsHolding)
        {
            if (await SendEventsAsync(cancellationToken))
            {
                return;
            }

            if (!_mediaRefusals.IsHolding && await SendMediaAsync(cancellationToken))
            {
                return;
            }
        }

        _status.MediaPending = _store.MediaPending;
        var changed = _wake.Changed;
        var sent = _window.IsEmpty ? changed : _window.Oldest.Sent;
        await Task.WhenAny(changed, sent, (_mediaRefusals.IsHolding ? null : _media.Oldest) ?? changed).WaitAsync(cancellationToken);
    }

    // A refused medium holds only media; events go on. True when another turn should follow at once.
    private async ValueTask<bool> SendMediaAsync(CancellationToken cancellationToken)
    {
        try
        {
            var sent = await _media.StepAsync(_events.Cursor, cancellationToken);
            if (_media.Accepted != _mediaAccepted)
            {
                _mediaAccepted = _media.Accepted;
                _mediaRefusals.Reset();
                _status.MediaFault = null;
            }

            return sent;
        }
        catch (MqttFaultException error)
        {
            if (Hold(_mediaRefusals, error.Message))
            {
                _status.MediaFault = error.Message;
            }

            if (_media.TakeGivenUp() is { } medium)
            {
                _status.MediaFault = null;
                _status.CountRefused();
                _logger.MediumGivenUp(medium.Sha256, medium.Length, error.Message);
                var data = new OmittedMediumData(OmittedMediumData.MediumOmitted, medium.Sha256, medium.Role, medium.Length, RefusalWords.ForMedium(error.Message));
                await _journal.AppendAsync(JournalEntry.Of(EventKind.Audit, EventPriority.High, "gateway", data), cancellationToken);
            }

            return false;
        }
    }

    // Fills the window; true when another turn should follow at once.
    private async ValueTask<bool> SendEventsAsync(CancellationToken cancellationToken)
    {
        while (!_window.IsFull)
        {
            // Offline, publishes would wait in the session and could overtake each other when it connects.
            if (!_session.IsConnected)
            {
                return false;
            }

            if (await _events.NextAsync(_window, cancellationToken) is not { } record || IsOtherJournal)
            {
                return false;
            }

            Send(record, cancellationToken);
        }

        await _window.Oldest.Sent.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return true;
    }

    private void Send(JournalRecord record, CancellationToken cancellationToken)
    {
        var slot = _window.Next;
        slot.Sequence = record.Sequence;
        slot.Buffer.ResetWrittenCount();
        var kind = record.Kind;
        if (_refused.TryGetValue(record.Sequence, out var reason))
        {
            kind = EventKind.Audit;
            _writer.WriteStandIn(record, reason, slot.Buffer);
        }
        else
        {
            _writer.Write(record, slot.Buffer);
        }

        var message = new MqttMessage(_writer.TopicOf(kind), slot.Buffer.WrittenMemory, CloudEvent.ContentType);
        slot.Sent = _session.PublishAsync(message, cancellationToken);
        _window.Push();
        if (record.Sequence > _events.Cursor)
        {
            _media.Follow(record.Media);
        }
    }

    private async ValueTask CollectAsync(CancellationToken cancellationToken)
    {
        while (!_window.IsEmpty && _window.Oldest.Sent.IsCompleted)
        {
            var (sequence, sent) = (_window.Oldest.Sequence, _window.Oldest.Sent);
            _window.Pop();
            if (sent.IsCompletedSuccessfully)
            {
                _refusals.Reset();
                _status.CountAcknowledged();
                _status.Fault = null;
                continue;
            }

            try
            {
                await sent;
            }
            catch (MqttFaultException error) when (error.IsFaultOfTheMessage && !_refused.ContainsKey(sequence))
            {
                await RefuseAsync(sequence, error.Message, cancellationToken);
            }
            catch (MqttFaultException error)
            {
                _events.Retry(sequence);
                if (Hold(_refusals, error.Message))
                {
                    _status.Fault = error.Message;
                }
            }
        }
    }

    // The broker will never take this record: note it durably, tell the station, and go on with the others.
    private async ValueTask RefuseAsync(long sequence, string reason, CancellationToken cancellationToken)
    {
        _refused[sequence] = reason;
        _events.Retry(sequence);
        var found = await _reader.ReadAsync(sequence - 1, 1, cancellationToken);
        if (found is not [{ } record] || !_store.AddRefused(sequence, reason))
        {
            return;
        }

        _status.CountRefused();
        _logger.RecordRefused(sequence, record.Kind, record.Data.Length, reason);
        var data = new OmittedRecordData(OmittedRecordData.RecordOmitted, record.Kind, record.Data.Length, RefusalWords.For(reason), sequence);
        await _journal.AppendAsync(
            JournalEntry.Of(EventKind.Audit, EventPriority.High, "gateway", data), cancellationToken);
    }

    // True for the first refusal of a series, which is the one to tell.
    private bool Hold(Backoff refusals, string reason)
    {
        if (refusals.Hold() is not { } first)
        {
            return false;
        }

        _logger.Refused(first, reason);
        return true;
    }

    private void TakeReceipts()
    {
        List<string>? media = null;
        var changed = false;
        while (_inbox.Receipts.TryRead(out var receipt))
        {
            changed = true;
            if (_events.Apply(receipt))
            {
                _lag.Progress();
            }

            _media.Apply(receipt);
            if (receipt.Media.Count > 0)
            {
                (media ??= []).AddRange(receipt.Media);
            }
        }

        if (changed && (media is not null || _events.Watermark != _status.Receipted))
        {
            _store.SaveReceipt(_events.Watermark, media ?? []);
            _status.Receipted = _events.Watermark;
        }
    }

    private void LookAtLink()
    {
        if (_session.IsConnected && _session.ConnectionNumber != _connection)
        {
            _connection = _session.ConnectionNumber;
            _lag.Restart();
            _media.LinkIsNew();
            _state.LinkIsNew();
        }
    }

    private void LookAtClock()
    {
        if (!_session.IsConnected)
        {
            return;
        }

        _state.Tick();
        _media.Tick();
        if (_events.Outstanding <= 0)
        {
            _lag.Idle();
        }
        else if (_lag.IsDue)
        {
            var (wait, count) = (_lag.Wait, _events.ResendOldest(_lag.Batch));
            _logger.ReceiptsLag(wait, _events.Outstanding, count, _events.Watermark + 1);
            _lag.Fired();
        }
    }

    private async Task WatchJournalAsync(CancellationToken cancellationToken)
    {
        var seen = _journal.LastSequence;
        while (true)
        {
            await _reader.WaitAsync(seen, cancellationToken);
            seen = _journal.LastSequence;
            _wake.Set();
        }
    }

    private async Task WatchLinkAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await _session.WaitForChangeAsync(_session.IsConnected, cancellationToken);
            _wake.Set();
        }
    }

    private async Task HelpAsync(Task helper)
    {
        try
        {
            await helper;
        }
        finally
        {
            _wake.Set();
        }
    }
}
