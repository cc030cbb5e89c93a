using System.Text;
using System.Text.Json;
using EdgeGateway.Testing;
using EdgeGateway.Testing.Browser;
using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Commands;
using Gateway.Cloud.Contract.Events;
using Gateway.Cloud.Contract.Mqtt;
using Gateway.Cloud.Station.Live;
using Gateway.Cloud.Station.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Cloud.Tests.Station.Outbox;

/// <summary>From the officer's click to the word of the compound, through a real broker with its access list.</summary>
public sealed class OutboxTests : IAsyncLifetime
{
    private static readonly LocalizedText s_words = new("灯坏了", "the lamp is broken");

    private readonly string _press = Guid.CreateVersion7().ToString();
    private StationUnderTest _station = null!;
    private MqttSession _gateway = null!;
    private FormBrowser _browser = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string StationId => _station.Broker.Station;

    public async ValueTask InitializeAsync()
    {
        _station = await StationUnderTest.StartAsync(commandLifeSeconds: 1);
        await _station.SetPasswordAsync();
        _gateway = await _station.GatewayAsync(Topics.Command(StationId, StationUnderTest.Compound, "+"));
        _browser = new FormBrowser(_station.Address);
        await _browser.LogInAsync("officer", StationUnderTest.Password);
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _gateway.DisposeAsync();
        await _station.DisposeAsync();
    }

    [Fact(Timeout = 60_000)]
    public async Task Acknowledged_call_is_told_to_the_lamp_with_the_stations_signature_and_its_answer_confirms_it()
    {
        var alert = await PressAndAcknowledgeAsync();
        var (message, command) = await CommandAsync();

        Assert.False(message.Retain);
        Assert.Equal(Topics.Reply(StationId, StationUnderTest.Compound, AlertAcknowledged.Name), message.ResponseTopic);
        Assert.Equal(command.Id, Encoding.ASCII.GetString(message.CorrelationData.Span));
        Assert.Null(new CommandVerifier(StationId, StationUnderTest.Compound, _station.Broker.Pki.Authority.Certificate, TimeProvider.System).FaultOf(command));
        var payload = JsonSerializer.Deserialize<AlertAcknowledged>(command.Payload, JsonSerializerOptions.Web)!;
        Assert.Equal(("light-3", _press, "officer", false), (payload.Device, payload.Press, payload.Officer, payload.Test));
        Assert.Null((await ViewAsync(alert)).LampAt);

        await ReplyAsync(_gateway, command, CommandOutcome.Done);

        await _station.UntilAsync(database => database.Alerts.Select(row => row.LampAt).SingleAsync(Token), lamp => lamp is not null);
        Assert.Equal("Done", await OutcomeAsync());
    }

    [Fact(Timeout = 60_000)]
    public async Task Order_without_an_answer_is_issued_again_under_its_id_with_a_new_nonce_also_by_a_station_that_was_restarted()
    {
        await PressAndAcknowledgeAsync();
        var (_, first) = await CommandAsync();
        var (_, second) = await CommandAsync();
        await _station.StopAsync();
        while (_gateway.Messages.TryRead(out var late))
        {
            Assert.Equal(first.Id, Read(late).Id);
        }

        await _station.StartAgainAsync();
        var (_, third) = await CommandAsync();

        Assert.Equal([first.Id, first.Id], [second.Id, third.Id]);
        Assert.Equal(3, new[] { first.Nonce, second.Nonce, third.Nonce }.Distinct(StringComparer.Ordinal).Count());
        Assert.True(second.Issued >= first.Expires);
    }

    [Fact(Timeout = 60_000)]
    public async Task Lamp_that_fails_is_shown_as_not_confirmed_with_the_reason_and_asked_again()
    {
        var alert = await PressAndAcknowledgeAsync();
        var (_, command) = await CommandAsync();

        await ReplyAsync(_gateway, command, CommandOutcome.Failed);

        await _station.UntilAsync(database => database.Commands.Select(row => row.ReasonEn).SingleAsync(Token), reason => reason is not null);
        var view = await ViewAsync(alert);
        Assert.Null(view.LampAt);
        Assert.Equal(new LampOrder(IsFinished: false, s_words), view.Lamp);
        Assert.Equal(command.Id, (await CommandAsync()).Command.Id);
    }

    [Fact(Timeout = 60_000)]
    public async Task Order_for_a_call_that_is_over_is_not_issued_again_and_says_why()
    {
        var alert = await PressAndAcknowledgeAsync();
        var (_, command) = await CommandAsync();

        await ReplyAsync(_gateway, command, CommandOutcome.Refused, code: AlertAcknowledged.CallOver);

        await _station.UntilAsync(database => database.Commands.Select(row => row.Outcome).SingleAsync(Token), outcome => outcome == CommandRow.Unconfirmed);
        var view = await ViewAsync(alert);
        Assert.Null(view.LampAt);
        Assert.Equal(new LampOrder(IsFinished: true, s_words), view.Lamp);
    }

    [Fact(Timeout = 60_000)]
    public async Task Order_whose_time_is_up_is_given_up_and_shown_so_and_a_late_yes_still_counts()
    {
        var alert = await PressAndAcknowledgeAsync();
        var (_, command) = await CommandAsync();
        await _station.AskAsync(database => database.Commands.ExecuteUpdateAsync(set => set.SetProperty(row => row.GiveUp, TimeProvider.System.GetUtcNow()), Token));
        await _station.UntilAsync(database => database.Commands.Select(row => row.Outcome).SingleAsync(Token), outcome => outcome == CommandRow.Unconfirmed);
        Assert.True((await ViewAsync(alert)).Lamp!.IsFinished);

        await ReplyAsync(_gateway, command, CommandOutcome.Done);

        await _station.UntilAsync(database => database.Alerts.Select(row => row.LampAt).SingleAsync(Token), lamp => lamp is not null);
    }

    [Fact(Timeout = 60_000)]
    public async Task Compound_cannot_confirm_what_another_was_asked()
    {
        await PressAndAcknowledgeAsync();
        var (_, command) = await CommandAsync();
        await using var other = await MosquittoBroker.ConnectAsync(_station.Broker.Gateway("second-garden"));

        await ReplyAsync(other, command, CommandOutcome.Done, "second-garden");
        await other.PublishAsync(Sample.Message(Sample.Event(StationId, EventKind.Passage, 1, Sample.Passage(), "second-garden")), Token);

        await _station.UntilAsync(database => database.Events.CountAsync(Token), count => count == 2);
        Assert.Null(await OutcomeAsync());
    }

    [Fact(Timeout = 60_000)]
    public async Task Order_waits_while_the_compound_is_offline_and_goes_out_when_it_is_back()
    {
        await StateAsync("{\"online\":false,\"version\":\"1\"}");
        await _station.UntilAsync(database => database.Compounds.Select(row => row.Online).SingleAsync(Token), online => !online);
        await PressAndAcknowledgeAsync();
        await _station.UntilAsync(database => database.Commands.CountAsync(Token), count => count == 1);
        Assert.Equal(0, await _station.AskAsync(database => database.Commands.Select(row => row.Attempts).SingleAsync(Token)));

        await StateAsync("{\"online\":true,\"version\":\"1\"}");

        await CommandAsync();
    }

    [Fact(Timeout = 60_000)]
    public async Task Reopened_alert_withdraws_its_order_and_a_stranger_has_none()
    {
        var alert = await PressAndAcknowledgeAsync();
        await _browser.PostAsync($"/alerts/{alert}", $"/alerts/{alert}/reopen");

        Assert.Equal(CommandRow.Withdrawn, await OutcomeAsync());
        Assert.Null((await ViewAsync(alert)).Lamp);
        await _gateway.PublishAsync(Sample.Message(Sample.Event(StationId, EventKind.Stranger, 2, Sample.Stranger("s1"))), Token);
        await _station.UntilAsync(database => database.Alerts.CountAsync(Token), count => count == 2);
        await _browser.PostAsync("/alerts/2", "/alerts/2/acknowledge");
        Assert.Equal(1, await _station.AskAsync(database => database.Commands.CountAsync(Token)));
    }

    [Fact(Timeout = 60_000)]
    public async Task Word_in_the_journal_that_the_lamp_shows_it_confirms_it_where_the_answer_was_lost()
    {
        await PressAndAcknowledgeAsync();
        await _gateway.PublishAsync(Sample.Message(Sample.SosEvent(StationId, 2, Sample.Sos(_press, SosPhase.Acknowledged), EventPriority.High)), Token);

        await _station.UntilAsync(database => database.Alerts.Select(row => row.LampAt).SingleAsync(Token), lamp => lamp is not null);
    }

    private async Task<long> PressAndAcknowledgeAsync()
    {
        await _gateway.PublishAsync(Sample.Message(Sample.SosEvent(StationId, 1, Sample.Sos(_press))), Token);
        var id = await _station.UntilAsync(database => database.Alerts.Select(row => row.Id).FirstOrDefaultAsync(Token), id => id > 0);
        await _browser.PostAsync($"/alerts/{id}", $"/alerts/{id}/acknowledge");
        return id;
    }

    private async Task<(MqttMessage Message, CommandEnvelope Command)> CommandAsync()
    {
        var message = await _gateway.Messages.ReadAsync(Token).AsTask().WaitAsync(TimeSpan.FromSeconds(30), Token);
        return (message, Read(message));
    }

    private static CommandEnvelope Read(MqttMessage message) => JsonSerializer.Deserialize<CommandEnvelope>(message.Payload.Span)!;

    private Task ReplyAsync(MqttSession from, CommandEnvelope command, CommandOutcome outcome, string compound = StationUnderTest.Compound, string code = "code") => from.PublishAsync(
        new MqttMessage(
            Topics.Reply(StationId, compound, command.Name),
            JsonSerializer.SerializeToUtf8Bytes(new CommandReply(command.Id, outcome, code, s_words, TimeProvider.System.GetUtcNow())),
            CorrelationData: Encoding.ASCII.GetBytes(command.Id)),
        Token);

    private Task StateAsync(string state) => _gateway.PublishAsync(
        new MqttMessage(Topics.State(StationId, StationUnderTest.Compound), Encoding.UTF8.GetBytes(state), Retain: true), Token);

    private Task<string?> OutcomeAsync() => _station.AskAsync(database => database.Commands.Select(row => row.Outcome).SingleAsync(Token));

    private async Task<AlertView> ViewAsync(long alert) => (await _station.App.Services.GetRequiredService<AlertQueries>().AlertAsync(alert, Token))!;
}
