using Gateway.Cloud.Contract.Mqtt;

namespace Gateway.Cloud.Station.Ingest;

/// <summary>Puts each message into its place in a batch by topic. Owned by the ingest loop alone; never throws for what a message holds.</summary>
internal sealed class MessageSorter(string station, IngestOptions options)
{
    private readonly MediaAssembler _assembler = new(options.MaxMediumBytes, options.MaxUnfinishedMediaBytes);

    public void Sort(MqttMessage message, IngestBatch batch)
    {
        var topic = message.Topic.Split('/');
        if (topic.Length < 5 || topic[0] != "sc" || topic[1] != "v1" || topic[2] != station || !IsId(topic[3]))
        {
            batch.Quarantined.Add(new QuarantinedMessage(message, $"topic is not of station '{station}' or names no compound"));
            return;
        }

        switch (topic[4], topic.Length)
        {
            case ("event", 6):
                SortEvent(message, topic[3], batch);
                break;
            case ("media", 6):
                SortMedia(message, topic[3], topic[5], batch);
                break;
            case ("state", 5):
                SortState(message, topic[3], batch);
                break;
            case ("reply", 6):
                SortReply(message, topic[3], batch);
                break;
            default:
                batch.Quarantined.Add(new QuarantinedMessage(message, "topic has no place in the contract"));
                break;
        }
    }

    private void SortEvent(MqttMessage message, string compound, IngestBatch batch)
    {
        if (!EnvelopeReader.TryRead(message, station, options.MaxEventBytes, out var received, out var reason))
        {
            batch.Quarantined.Add(new QuarantinedMessage(message, reason, JournalPlace.Find(message.Payload.Span, compound)));
            return;
        }

        batch.Events.Add(received);
        if (received.DataFault is not null)
        {
            batch.Quarantined.Add(new QuarantinedMessage(message, $"stored, but its data does not fit kind '{received.Kind}': {received.DataFault}"));
        }
    }

    private void SortMedia(MqttMessage message, string compound, string sha256, IngestBatch batch)
    {
        if (_assembler.Add(message, compound, sha256, out var medium) is { } reason)
        {
            batch.Quarantined.Add(new QuarantinedMessage(message, reason));
        }
        else if (medium is not null)
        {
            batch.Media.Add(medium);
        }
    }

    private static void SortState(MqttMessage message, string compound, IngestBatch batch)
    {
        // An empty payload only clears what the broker had kept.
        if (message.Payload.IsEmpty)
        {
            return;
        }

        if (GatewayStateReader.Read(message.Payload.Span) is { } state)
        {
            batch.States.Add(new GatewayStateChange(compound, state.Online, state.Journal, state.LastSequence));
        }
        else
        {
            batch.Quarantined.Add(new QuarantinedMessage(message, "state does not say online or offline"));
        }
    }

    // A retained reply is an old one, or a planted one.
    private static void SortReply(MqttMessage message, string compound, IngestBatch batch)
    {
        if (!message.Retain && ReceivedReply.Read(compound, message.Payload.Span) is { } reply)
        {
            batch.Replies.Add(reply);
        }
        else
        {
            batch.Quarantined.Add(new QuarantinedMessage(message, message.Retain ? "a retained reply" : "not a reply to a command"));
        }
    }

    private static bool IsId(string text) =>
        text.Length is > 0 and <= 64 && text.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '-');
}
