using System.Text;
using System.Text.Json;
using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Commands;
using Gateway.Cloud.Contract.Mqtt;

namespace EdgeGateway.Testing;

/// <summary>Commands as the station of a test's broker signs them.</summary>
internal static class MosquittoCommands
{
    /// <summary>A command signed with a certificate's key; the station's unless another is named.</summary>
    public static CommandEnvelope Sign(
        this MosquittoBroker broker, string compound, string name, string payload, DateTimeOffset issued, TimeSpan? life = null, string? id = null, CommandSigner? signer = null)
    {
        signer ??= new CommandSigner(broker.Station, broker.Pki.Station.Certificate, broker.Pki.Station.Key);
        return signer.Sign(
            compound,
            new CommandOrder(name, id ?? Guid.CreateVersion7().ToString(), "officer", payload, issued, issued + (life ?? TimeSpan.FromSeconds(30))));
    }

    /// <summary>As it travels, with its reply topic and correlation data.</summary>
    public static MqttMessage Message(this MosquittoBroker broker, string compound, CommandEnvelope command) => new(
        Topics.Command(broker.Station, compound, command.Name),
        JsonSerializer.SerializeToUtf8Bytes(command),
        CommandReply.ContentType,
        ResponseTopic: Topics.Reply(broker.Station, compound, command.Name),
        CorrelationData: Encoding.ASCII.GetBytes(command.Id));
}
