using System.Text;
using System.Text.Json;
using EdgeGateway.Testing;
using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Commands;
using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Uplink.Commands;

namespace Gateway.Edge.Tests.Uplink.Commands;

/// <summary>Commands through a real broker with mutual TLS and its access list: what is done, what is refused, what is on record.</summary>
public sealed class CommandTests : IAsyncLifetime
{
    private const string Name = "ring";
    private const string Garden = CommandedGateway.Compound;

    private readonly MemoryJournal _journal = new();
    private readonly ScriptedHandler _handler = new(Name);
    private readonly ScriptedHandler _breaking = new("break", (_, _) => throw new InvalidOperationException("Nobody foresaw this."));
    private MosquittoBroker _broker = null!;
    private CommandedGateway _gateway = null!;

    public async ValueTask InitializeAsync()
    {
        _broker = await MosquittoBroker.StartAsync(Garden, "harbour");
        // As after an earlier run; without it only what is issued after the start, and some seconds, counts.
        await File.WriteAllTextAsync(Path.Combine(_broker.Folder, "commands.floor"), "1000", TestContext.Current.CancellationToken);
        _gateway = await CommandedGateway.StartAsync(_broker, _journal, TimeProvider.System, _handler, _breaking);
    }

    public async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync();
        await _broker.DisposeAsync();
    }

    [Fact(Timeout = 60_000)]
    public async Task Signed_command_is_done_answered_and_on_record()
    {
        var command = Sign(payload: "{\"where\":\"东门\"}");
        await _gateway.SendAsync(command);
        var (reply, message) = await _gateway.ReplyAsync();

        Assert.Equal((command.Id, CommandOutcome.Done, "done"), (reply.Id, reply.Outcome, reply.Code));
        Assert.Equal(command.Id, Encoding.ASCII.GetString(message.CorrelationData.Span));
        var asked = Assert.Single(_handler.Asked);
        Assert.Equal((command.Id, "officer", "{\"where\":\"东门\"}"), (asked.Id, asked.By, asked.Payload));
        var audit = Assert.Single(await AuditsAsync());
        Assert.Equal((Name, command.Id, "officer", "done"), (audit.Name, audit.Id, audit.By, audit.Code));
    }

    [Fact(Timeout = 60_000)]
    public async Task Repeated_message_is_refused_and_a_repeated_order_is_answered_without_being_done_again()
    {
        var command = Sign();
        Assert.Equal("done", await _gateway.CodeAsync(command));

        Assert.Equal("replayed", await _gateway.CodeAsync(command));
        Assert.Equal("done", await _gateway.CodeAsync(Sign(id: command.Id)));

        Assert.Single(_handler.Asked);
        Assert.Equal(["done", "replayed"], (await AuditsAsync()).Select(audit => audit.Code));
    }

    [Fact(Timeout = 60_000)]
    public async Task Message_that_was_done_before_a_restart_is_refused_after_it()
    {
        var command = Sign();
        Assert.Equal("done", await _gateway.CodeAsync(command));
        await _gateway.DisposeAsync();
        _gateway = await CommandedGateway.StartAsync(_broker, _journal, TimeProvider.System, _handler);

        Assert.Equal("replayed", await _gateway.CodeAsync(command));
        Assert.Single(_handler.Asked);
    }

    [Fact(Timeout = 60_000)]
    public async Task Forged_expired_early_unknown_and_malformed_commands_are_refused_each_with_its_reason()
    {
        var own = _broker.Pki.Gateway("harbour");
        var forged = _broker.Sign(Garden, Name, "{}", Now, signer: new CommandSigner(_broker.Station, own.Certificate, own.Key));
        Assert.Equal("forged", await _gateway.CodeAsync(forged));
        Assert.Equal("forged", await _gateway.CodeAsync(Sign(compound: "harbour")));
        Assert.Equal("forged", await _gateway.CodeAsync(Sign() with { Payload = "{\"more\":1}" }));
        Assert.Equal("expired", await _gateway.CodeAsync(Sign(issued: Now.AddSeconds(-40))));
        Assert.Equal("clock", await _gateway.CodeAsync(Sign(issued: Now.AddSeconds(40))));
        Assert.Equal("malformed", await _gateway.CodeAsync(Sign(life: TimeSpan.FromMinutes(2))));
        Assert.Equal("malformed", await _gateway.CodeAsync(Sign() with { Nonce = "7" }));
        Assert.Equal("unknown", await _gateway.CodeAsync(Sign(name: "dance")));
        await _gateway.SendAsync(_broker.Message(Garden, Sign()) with { Payload = "{\"name\":"u8.ToArray() });
        var (malformed, _) = await _gateway.ReplyAsync();
        Assert.Equal(("", "malformed"), (malformed.Id, malformed.Code));

        Assert.Empty(_handler.Asked);
        var audits = await AuditsAsync();
        Assert.Equal(9, audits.Count);
        Assert.All(audits, audit => Assert.NotEqual(CommandOutcome.Done, audit.Outcome));
        Assert.All(audits.Where(audit => audit.Code == "forged"), audit => Assert.Null(audit.By));
    }

    [Fact(Timeout = 60_000)]
    public async Task Expired_command_is_told_with_the_gateways_clock()
    {
        await _gateway.SendAsync(Sign(issued: Now.AddSeconds(-40)));
        var (reply, _) = await _gateway.ReplyAsync();

        Assert.Contains("UTC", reply.Reason.Zh, StringComparison.Ordinal);
        Assert.Contains("NTP", reply.Reason.En, StringComparison.Ordinal);
        Assert.True((Now - reply.At).Duration() < TimeSpan.FromMinutes(1));
    }

    [Fact(Timeout = 60_000)]
    public async Task Retained_command_is_refused_even_when_its_signature_is_good()
    {
        await _gateway.DisposeAsync();
        await using (var station = await MosquittoBroker.ConnectAsync(_broker.StationClient()))
        {
            await station.PublishAsync(_broker.Message(Garden, Sign()) with { Retain = true }, TestContext.Current.CancellationToken);
        }

        // A session that the broker does not know gets what is retained, marked as such.
        _gateway = await CommandedGateway.StartAsync(_broker, _journal, TimeProvider.System, mqtt => mqtt.ClientId += "-new", _handler);

        Assert.Equal("retained", (await _gateway.ReplyAsync()).Reply.Code);
        Assert.Equal("retained", Assert.Single(await AuditsAsync()).Code);
        Assert.Empty(_handler.Asked);
    }

    [Fact(Timeout = 60_000)]
    public async Task Handler_that_throws_is_an_answer_and_the_next_command_is_done()
    {
        Assert.Equal("failed", await _gateway.CodeAsync(Sign(name: "break")));
        Assert.Equal("done", await _gateway.CodeAsync(Sign()));
    }

    [Fact(Timeout = 60_000)]
    public async Task Answer_goes_to_the_gateways_own_reply_topic_or_nowhere()
    {
        await _gateway.SendAsync(_broker.Message(Garden, Sign()) with { ResponseTopic = Topics.State(_broker.Station, Garden) });
        await _gateway.SendAsync(_broker.Message(Garden, Sign()) with { CorrelationData = new byte[100] });
        var last = Sign();
        await _gateway.SendAsync(last);

        Assert.Equal(last.Id, (await _gateway.ReplyAsync()).Reply.Id);
        Assert.Equal(3, _handler.Asked.Count);
    }

    [Fact(Timeout = 60_000)]
    public async Task Flood_of_refusals_leaves_few_records()
    {
        for (var i = 0; i < 50; i++)
        {
            Assert.Equal("expired", await _gateway.CodeAsync(Sign(issued: Now.AddSeconds(-40))));
        }

        Assert.Equal("done", await _gateway.CodeAsync(Sign()));
        var audits = await AuditsAsync();
        Assert.Equal((31, 20L), (audits.Count, audits[^1].Unrecorded));
    }

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    private CommandEnvelope Sign(
        string name = Name, string compound = Garden, string payload = "{}", DateTimeOffset? issued = null, TimeSpan? life = null, string? id = null) =>
        _broker.Sign(compound, name, payload, issued ?? Now, life, id);

    private async Task<List<CommandAuditData>> AuditsAsync() =>
        [.. (await _journal.ReadAsync(0, 1000, TestContext.Current.CancellationToken))
            .Where(record => record.Kind == EventKind.Audit)
            .Select(record => JsonSerializer.Deserialize<CommandAuditData>(record.Data.Span, JsonSerializerOptions.Web)!)];
}
