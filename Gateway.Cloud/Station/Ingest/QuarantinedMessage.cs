using System.Text;
using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Mqtt;

namespace Gateway.Cloud.Station.Ingest;

/// <summary>A message that could not be taken, with the reason.</summary>
/// <param name="Topic">Where it was published.</param>
/// <param name="Payload">As it came.</param>
/// <param name="Reason">Why it could not be taken.</param>
/// <param name="Place">
/// Its place in its gateway's journal, where that much could be read. It counts as received: sent again it would be refused again, and
/// the gateway waits for nothing so much as for the oldest sequence.
/// </param>
internal sealed record QuarantinedMessage(string Topic, ReadOnlyMemory<byte> Payload, string Reason, JournalPlace? Place = null)
{
    public QuarantinedMessage(MqttMessage message, string reason, JournalPlace? place = null)
        : this(message.Topic, message.Payload, reason, place)
    {
    }

    /// <summary>An event that was readable and still cannot be stored; its data stand for it.</summary>
    public static QuarantinedMessage Of(ReceivedEvent received, string station, string reason) => new(
        Topics.Event(station, received.Compound, received.Kind),
        Encoding.UTF8.GetBytes(received.Envelope.Data.GetRawText()),
        reason,
        new JournalPlace(received.Journal, received.Sequence));
}
