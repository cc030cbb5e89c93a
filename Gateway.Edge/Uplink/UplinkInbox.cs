using System.Threading.Channels;
using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;
using Gateway.Cloud.Contract.Mqtt;
using Gateway.Edge.Journal;
using Gateway.Edge.Uplink.Commands;

namespace Gateway.Edge.Uplink;

/// <summary>
/// Takes what the station sends. Only live messages count: a retained receipt or command is an old one, or a planted one. Commands go on to
/// <paramref name="commands"/>, retained ones too, where they are refused on record; without it none is acted on.
/// </summary>
internal sealed class UplinkInbox(
    IMqttSession session, IJournal journal, Guid journalId, UplinkOptions options, UplinkStatus status, TimeProvider time, ILogger<UplinkService> logger,
    CommandMailbox? commands)
{
    private static readonly TimeSpan s_quiet = TimeSpan.FromMinutes(1);

    private readonly Channel<Receipt> _receipts = Channel.CreateBounded<Receipt>(64);
    private readonly string _commandTopics = Topics.Command(options.Station, options.Compound, "");
    private readonly string _receiptTopic = Topics.Receipt(options.Station, options.Compound);
    private long? _lastLogged;

    /// <summary>Receipts that passed every check, in order. Read by the pump.</summary>
    public ChannelReader<Receipt> Receipts => _receipts.Reader;

    public void Subscribe()
    {
        session.Subscribe(_receiptTopic);
        session.Subscribe(Topics.Command(options.Station, options.Compound, "+"));
        session.Subscribe(Topics.Notice(options.Station, options.Compound));
    }

    public async Task RunAsync(Wake wake, CancellationToken cancellationToken)
    {
        await foreach (var message in session.Messages.ReadAllAsync(cancellationToken))
        {
            if (Take(message) is { } receipt)
            {
                status.ReceiptArrived(time.GetUtcNow());
                await _receipts.Writer.WriteAsync(receipt, cancellationToken);
                wake.Set();
            }
        }
    }

    private Receipt? Take(MqttMessage message)
    {
        if (commands is not null && message.Topic.StartsWith(_commandTopics, StringComparison.Ordinal))
        {
            return commands.TryPut(message) ? null : Ignore(message, "too many commands wait already");
        }

        if (message.Retain)
        {
            return Ignore(message, "it was retained, so it may be old or planted");
        }

        if (message.Topic != _receiptTopic)
        {
            return Ignore(message, "this gateway does not act on it");
        }

        if (ReceiptReader.Read(message, journalId, journal.LastSequence, out var reason) is { } receipt)
        {
            return receipt;
        }

        if (reason == ReceiptReader.NeverWritten && status.LastingFault is null)
        {
            status.LastingFault = "The station has more records of this journal than the journal itself: it was restored from an old copy, and new records "
                + "take sequences that the station has already. Stop the gateway, move the folder journal out of the data directory, and start it: a new journal begins.";
            logger.JournalIsBehind(journalId, journal.LastSequence);
        }

        return Ignore(message, reason);
    }

    private Receipt? Ignore(MqttMessage message, string reason)
    {
        var count = status.CountIgnored();
        if (_lastLogged is not { } last || time.GetElapsedTime(last) >= s_quiet)
        {
            _lastLogged = time.GetTimestamp();
            logger.Ignored(count, message.Topic, reason);
        }

        return null;
    }
}
