using System.Threading.Channels;
using Gateway.Cloud.Contract.Mqtt;

namespace Gateway.Edge.Uplink.Commands;

/// <summary>Between the uplink's inbox and the dispatcher: a few commands wait, a flood is dropped. The station issues again what had no answer.</summary>
internal sealed class CommandMailbox
{
    private const int Room = 16;

    private readonly Channel<MqttMessage> _waiting = Channel.CreateBounded<MqttMessage>(new BoundedChannelOptions(Room) { SingleReader = true });

    public ChannelReader<MqttMessage> Waiting => _waiting.Reader;

    /// <summary>False when there is no room.</summary>
    public bool TryPut(MqttMessage message) => _waiting.Writer.TryWrite(message);
}
