using System.Buffers;
using System.Text.Json;
using EdgeGateway.Testing;
using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Commands;
using Gateway.Cloud.Contract.Events;
using Gateway.Drivers.VehicleBarriers;
using Gateway.Edge.Access;
using Gateway.Edge.Access.Grants;
using Gateway.Edge.Access.Vehicles;
using Gateway.Edge.Charging;
using Gateway.Edge.Orders;
using Gateway.Edge.Perception.Plates;
using Gateway.Edge.Uplink;
using Gateway.Edge.Uplink.Commands;
using YamlDotNet.RepresentationModel;

namespace Gateway.Edge.Tests.Uplink;

/// <summary>deploy/asyncapi.yaml says what the code does.</summary>
public sealed class AsyncApiTests
{
    private static readonly YamlMappingNode s_document = Load();

    [Fact]
    public void Channels_are_the_topics_of_the_code()
    {
        var addresses = Node("channels").Children.Values.Select(channel => channel["address"].ToString()).Order(StringComparer.Ordinal);

        Assert.Equal(
            new[]
            {
                Topics.Command("{station}", "{compound}", "{name}"), Topics.Event("{station}", "{compound}", "{kind}"),
                Topics.Media("{station}", "{compound}", "{sha256}"), Topics.Notice("{station}", "{compound}"),
                Topics.Receipt("{station}", "{compound}"), Topics.State("{station}", "{compound}"),
                Topics.Reply("{station}", "{compound}", "{name}"),
            }.Order(StringComparer.Ordinal),
            addresses);
    }

    [Fact]
    public void Kinds_are_those_of_the_code() =>
        Assert.Equal(EventKind.All, Words(Node("channels", "event", "parameters", "kind")["enum"]), StringComparer.Ordinal);

    [Fact]
    public void Events_have_exactly_the_members_of_their_schema()
    {
        var journal = new MemoryJournal();
        var record = journal.Add(media: new MediaReference(new string('a', 64), "image/jpeg", 1, "portrait"));
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new CloudEventWriter("hongqiao", "garden", journal.JournalId);
        writer.Write(record, buffer);

        var sample = JsonDocument.Parse(buffer.WrittenMemory).RootElement;
        AssertMembers("cloudEvent", sample, mayLack: false);
        AssertMembers("mediaReference", sample.GetProperty("media")[0], mayLack: false);

        buffer.ResetWrittenCount();
        writer.WriteStandIn(record, "too large", buffer);
        var standIn = JsonDocument.Parse(buffer.WrittenMemory).RootElement;
        AssertMembers("cloudEvent", standIn, mayLack: false);
        AssertMembers("recordOmitted", standIn.GetProperty("data"), mayLack: false);
    }

    [Fact]
    public void Events_written_by_hand_read_back_as_the_shared_type()
    {
        var journal = new MemoryJournal();
        var record = journal.Add(media: new MediaReference(new string('a', 64), "image/jpeg", 1, "portrait"));
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new CloudEventWriter("hongqiao", "garden", journal.JournalId);
        writer.Write(record, buffer);

        var read = JsonSerializer.Deserialize<CloudEvent>(buffer.WrittenSpan)!;

        Assert.Equal(JsonSerializer.Serialize(read), System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    [Fact]
    public void State_receipt_and_chunk_have_the_members_of_their_schemas()
    {
        var state = new GatewayState { Online = true, Version = "1", Journal = "j", LastSequence = 1, Receipted = 1, At = DateTimeOffset.UnixEpoch };
        AssertMembers("state", JsonSerializer.SerializeToElement(state), mayLack: false);
        AssertMembers("state", JsonDocument.Parse(StateMessage.LastWill).RootElement, mayLack: true);
        var receipt = new Receipt("j", 1, [new SequenceRange(1, 2)], [], []);
        AssertMembers("receipt", JsonSerializer.SerializeToElement(receipt, JsonSerializerOptions.Web), mayLack: false);
        var chunk = new MediaChunk(new string('a', 64), 0, 1, 1, "portrait").ToProperties();
        Assert.Equal(Properties("chunkProperties").Order(StringComparer.Ordinal), chunk.Select(pair => pair.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Calls_for_help_and_alerts_have_the_members_of_their_schemas()
    {
        var text = new LocalizedText("文", "text");
        var press = Guid.CreateVersion7().ToString();
        var sos = new SosData("light-1", text, press, SosPhase.Pressed, DateTimeOffset.UnixEpoch, text, Test: true, text, new SitePosition(1, 2), ["camera-1"]);
        AssertMembers("sosData", JsonSerializer.SerializeToElement(sos, JsonSerializerOptions.Web), mayLack: false);
        Assert.Equal(Enum.GetNames<SosPhase>(), Words(Node("components", "schemas", "sosData", "properties", "phase")["enum"]), StringComparer.Ordinal);
        AssertMembers("alertData", JsonSerializer.SerializeToElement(new AlertData(text, text, press, text), JsonSerializerOptions.Web), mayLack: false);
    }

    [Fact]
    public void Charging_and_fire_have_the_members_of_their_schemas_and_those_of_alerts()
    {
        var text = new LocalizedText("文", "text");
        var charging = new ChargingData("shed", text, "1", text, "meter", text, DateTimeOffset.UnixEpoch, "i", 1, 2, 3, Test: false);
        var fire = new FireData("shed", text, "1", text, "smoke", text, DateTimeOffset.UnixEpoch, "i", 80, 70, Test: false);
        AssertMembers("chargingData", JsonSerializer.SerializeToElement(charging, JsonSerializerOptions.Web), mayLack: false);
        AssertMembers("fireData", JsonSerializer.SerializeToElement(fire, JsonSerializerOptions.Web), mayLack: false);
        Assert.Empty(Properties("alertData").Except(Properties("chargingData"), StringComparer.Ordinal));
        Assert.Empty(Properties("alertData").Except(Properties("fireData"), StringComparer.Ordinal));
    }

    [Fact]
    public void Falling_objects_have_the_members_of_their_schemas_and_those_of_alerts()
    {
        var text = new LocalizedText("文", "text");
        var origin = new FallingObjectOrigin(9, 8, 10, 25, 0.8, 3, 3, 4, Thrown: true, 2, 0.1);
        var fall = new FallingObjectData(
            "tower-1", text, "i", "o", 1, FallingObjectPhase.Alert, text, text, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, 2.1, origin,
            new FallingObjectMotion(0.9, 9.8, 0.1, 1, 40), Test: false);
        AssertMembers("fallingObjectData", JsonSerializer.SerializeToElement(fall, JsonSerializerOptions.Web), mayLack: false);
        AssertMembers("fallingObjectOrigin", JsonSerializer.SerializeToElement(fall.Origin, JsonSerializerOptions.Web), mayLack: false);
        AssertMembers("fallingObjectMotion", JsonSerializer.SerializeToElement(fall.Motion, JsonSerializerOptions.Web), mayLack: false);
        Assert.Equal(
            Enum.GetNames<FallingObjectPhase>(), Words(Node("components", "schemas", "fallingObjectData", "properties", "phase")["enum"]), StringComparer.Ordinal);
        Assert.Empty(Properties("alertData").Except(Properties("fallingObjectData"), StringComparer.Ordinal));
    }

    [Fact]
    public void Vehicles_have_the_members_of_their_schema_and_those_of_alerts()
    {
        var text = new LocalizedText("文", "text");
        var vehicle = new VehicleData("barrier", text, VehicleData.Decided, text, "Down", "Automatic", DateTimeOffset.UnixEpoch, null, null);
        AssertMembers("vehicleData", JsonSerializer.SerializeToElement(vehicle, JsonSerializerOptions.Web), mayLack: false);
        Assert.Empty(Properties("alertData").Except(Properties("vehicleData"), StringComparer.Ordinal));
        Assert.Equal([.. Enum.GetNames<VehicleOutcome>(), "null"], Words(Node("components", "schemas", "vehicleData", "properties", "outcome")["enum"]), StringComparer.Ordinal);
        Assert.Equal([.. Enum.GetNames<PlateColour>(), "null"], Words(Node("components", "schemas", "vehicleData", "properties", "plateColour")["enum"]), StringComparer.Ordinal);
        Assert.Equal([.. Enum.GetNames<LaneDirection>(), "null"], Words(Node("components", "schemas", "vehicleData", "properties", "direction")["enum"]), StringComparer.Ordinal);
    }

    [Fact]
    public void Passages_and_grants_have_the_members_of_their_schemas()
    {
        var text = new LocalizedText("文", "text");
        var now = DateTimeOffset.UnixEpoch;
        var passage = new PassageData("g", text, PassageOutcome.OpenedTemporaryWorker, text, "face", "p", "王*", 0.5, 1, text, "i");
        AssertMembers("passageData", JsonSerializer.SerializeToElement(passage, JsonSerializerOptions.Web), mayLack: false);
        Assert.Equal(Enum.GetNames<PassageOutcome>(), Words(Node("components", "schemas", "passageData", "properties", "outcome")["enum"]), StringComparer.Ordinal);
        var grant = new GrantData("g", text, GrantData.Created, "i", "p", text, text, now, now);
        AssertMembers("grantData", JsonSerializer.SerializeToElement(grant, JsonSerializerOptions.Web), mayLack: false);
        Assert.Equal(GrantData.Phases, Words(Node("components", "schemas", "grantData", "properties", "phase")["enum"]), StringComparer.Ordinal);
        var audit = new GrantAudit(GrantAudit.Created, Guid.Empty, "b", text, now);
        AssertMembers("grantAudit", JsonSerializer.SerializeToElement(audit, JsonSerializerOptions.Web), mayLack: false);
        Assert.Equal(audit.Action, Node("components", "schemas", "grantAudit", "properties", "action")["const"].ToString());
        Assert.Equal(GrantAudit.Names, Words(Node("components", "schemas", "grantAudit", "properties", "name")["enum"]), StringComparer.Ordinal);
    }

    [Fact]
    public void Commands_replies_and_audit_events_have_the_members_of_their_schemas()
    {
        var text = new LocalizedText("文", "text");
        var now = DateTimeOffset.UnixEpoch;
        var command = new CommandEnvelope { Name = "n", Id = "i", Issued = now, Expires = now, Nonce = "n", By = "b", Payload = "{}", Certificate = "c", Signature = "s" };
        AssertMembers("command", JsonSerializer.SerializeToElement(command), mayLack: false);
        AssertMembers("commandReply", JsonSerializer.SerializeToElement(new CommandReply("i", CommandOutcome.Done, "done", text, now)), mayLack: false);
        Assert.Equal(Enum.GetNames<CommandOutcome>(), Words(Node("components", "schemas", "commandReply", "properties", "outcome")["enum"]), StringComparer.Ordinal);
        Assert.Equal([AlertAcknowledged.Name, ShowNotice.Name], Words(Node("channels", "command", "parameters", "name")["enum"]));
        AssertMembers(
            "alertAcknowledged", JsonSerializer.SerializeToElement(new AlertAcknowledged("d", text, "p", now, Test: false, "o", now), JsonSerializerOptions.Web), mayLack: false);
        AssertMembers("showNotice", JsonSerializer.SerializeToElement(new ShowNotice("i", text, now, now, ["g"]), JsonSerializerOptions.Web), mayLack: false);
        AssertMembers(
            "commandAudit",
            JsonSerializer.SerializeToElement(
                new CommandAuditData(CommandAuditData.Command, "n", "i", "b", CommandOutcome.Done, "done", text, 0), JsonSerializerOptions.Web),
            mayLack: false);
        AssertMembers(
            "actionAudit",
            JsonSerializer.SerializeToElement(new ActionAuditData(ActionAuditData.ByHand, "light-drill", "d", "b", text), JsonSerializerOptions.Web),
            mayLack: false);
        Assert.Equal(ActionAuditData.ByHand, Node("components", "schemas", "actionAudit", "properties", "action")["const"].ToString());
        var vehicles = new VehicleAudit(VehicleAudit.Added, Guid.Empty, "b", text, now);
        AssertMembers("vehicleAudit", JsonSerializer.SerializeToElement(vehicles, JsonSerializerOptions.Web), mayLack: false);
        Assert.Equal(vehicles.Action, Node("components", "schemas", "vehicleAudit", "properties", "action")["const"].ToString());
        Assert.Equal(VehicleAudit.Names, Words(Node("components", "schemas", "vehicleAudit", "properties", "name")["enum"]));
        var charging = ChargingAudit.Erased(1, now);
        AssertMembers("chargingAudit", JsonSerializer.SerializeToElement(charging, JsonSerializerOptions.Web), mayLack: false);
        Assert.Equal(charging.Action, Node("components", "schemas", "chargingAudit", "properties", "action")["const"].ToString());
        Assert.Equal(ChargingAudit.Names, Words(Node("components", "schemas", "chargingAudit", "properties", "name")["enum"]));
        AssertMembers(
            "deviceOrder",
            JsonSerializer.SerializeToElement(
                new DeviceOrderAudit(DeviceOrderAudit.Ordered, "d", "outlet-off", "1", "local:duty", "w", CommandOutcome.Done, "done", text), JsonSerializerOptions.Web),
            mayLack: false);
        Assert.Equal(DeviceOrderAudit.Ordered, Node("components", "schemas", "deviceOrder", "properties", "action")["const"].ToString());
        var omitted = new OmittedMediumData(OmittedMediumData.MediumOmitted, new string('a', 64), "clip", 1, text);
        AssertMembers("mediumOmitted", JsonSerializer.SerializeToElement(omitted, JsonSerializerOptions.Web), mayLack: false);
        Assert.Equal(OmittedMediumData.MediumOmitted, Node("components", "schemas", "mediumOmitted", "properties", "action")["const"].ToString());
    }

    private static void AssertMembers(string schema, JsonElement sample, bool mayLack)
    {
        var members = sample.EnumerateObject().Select(member => member.Name).ToArray();
        Assert.Empty(Words(Node("components", "schemas", schema)["required"]).Except(members, StringComparer.Ordinal));
        Assert.Empty(members.Except(Properties(schema), StringComparer.Ordinal));
        Assert.True(mayLack || members.Length == Properties(schema).Count(), $"The sample of {schema} lacks a documented member.");
    }

    private static IEnumerable<string> Properties(string schema) =>
        Node("components", "schemas", schema, "properties").Children.Keys.Select(key => key.ToString());

    private static IEnumerable<string> Words(YamlNode list) => ((YamlSequenceNode)list).Select(word => word.ToString());

    private static YamlMappingNode Node(params string[] path) =>
        path.Aggregate(s_document, (node, key) => (YamlMappingNode)node[key]);

    private static YamlMappingNode Load()
    {
        using var reader = File.OpenText(Path.Combine(TestData.RepositoryRoot, "deploy", "asyncapi.yaml"));
        var stream = new YamlStream();
        stream.Load(reader);
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }
}
