using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using EdgeGateway.Testing;
using Gateway.Cloud.Contract.Commands;
using Gateway.Cloud.Contract.Events;
using Gateway.Cloud.Contract.Mqtt;
using Gateway.Cloud.Contract.Pki;
using Gateway.Cloud.Station.Hosting;
using Gateway.Cloud.Station.Live;
using Gateway.Cloud.Station.Outbox;
using Gateway.Cloud.Station.Storage;
using Gateway.Cloud.Station.Storage.Rows;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NSubstitute;

namespace Gateway.Cloud.Tests.Station.Outbox;

/// <summary>What the outbox makes of a broker that is slow, silent or unwilling. Each test has a second order behind the first.</summary>
public sealed class CommandSenderTests : IAsyncLifetime
{
    private const string Compound = "garden";
    private const string Lamp = "the lamp is broken";

    private static readonly DateTimeOffset s_start = new(2026, 6, 1, 8, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(s_start);
    private readonly Channel<CommandEnvelope> _sent = Channel.CreateUnbounded<CommandEnvelope>();
    private readonly ListLogger<CommandSender> _log = new();
    private readonly IMqttSession _session = Substitute.For<IMqttSession>();
    private Func<Task> _publish = () => Task.CompletedTask;
    private CommandSender _sender = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var pki = new PkiDirectory(Path.Combine(_folder.Path, "pki"), _time);
        await pki.EnsureAsync("hongqiao", [Compound], ["localhost"], Token);
        await using var database = Open();
        await database.Database.EnsureCreatedAsync(Token);
        database.Compounds.Add(new CompoundRow { Id = Compound, Online = true, Since = s_start });
        database.Alerts.Add(Alert());
        database.Commands.AddRange(Order("first", TimeSpan.Zero), Order("second", TimeSpan.FromSeconds(1)));
        await database.SaveChangesAsync(Token);
        _session.IsConnected.Returns(returnThis: true);
        _session.PublishAsync(Arg.Any<MqttMessage>(), Arg.Any<CancellationToken>()).Returns(call => PublishAsync(call.Arg<MqttMessage>()));
        _sender = new CommandSender(
            new Factory(Open), new CommandOutbox(), new CommandSigner("hongqiao", pki.Station.Certificate, pki.Station.Key), _session, new LiveSignal(),
            Options.Create(new StationOptions { Id = "hongqiao" }), Options.Create(new OutboxOptions()), _time, _log);
    }

    public async ValueTask DisposeAsync()
    {
        await _sender.StopAsync(CancellationToken.None);
        _sender.Dispose();
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    [Fact(Timeout = 60_000)]
    public async Task Order_behind_one_that_the_broker_took_long_to_confirm_counts_from_when_it_is_issued()
    {
        _publish = () =>
        {
            _time.Advance(TimeSpan.FromSeconds(7));
            return Task.CompletedTask;
        };

        await _sender.StartAsync(Token);
        var (first, second) = (await SentAsync(), await SentAsync());

        Assert.Equal((s_start, s_start.AddSeconds(20)), (first.Issued, first.Expires));
        Assert.Equal((s_start.AddSeconds(7), s_start.AddSeconds(27)), (second.Issued, second.Expires));
    }

    [Theory(Timeout = 60_000)]
    [InlineData(Lamp)]
    [InlineData(null)]
    public async Task Late_word_of_the_broker_leaves_what_the_gateway_said_and_is_no_failure_to_send(string? said)
    {
        _publish = () => new TaskCompletionSource().Task;
        await _sender.StartAsync(Token);
        await SentAsync();
        await SayAsync(said);
        await UntilAwaitedAsync();

        _time.Advance(TimeSpan.FromSeconds(20));
        await SentAsync();

        Assert.Equal(said, await ReasonAsync());
        Assert.Contains("it may have arrived", _log.Text, StringComparison.Ordinal);
    }

    [Theory(Timeout = 60_000)]
    [InlineData(Lamp, Lamp)]
    [InlineData(null, "the station could not send the command; an administrator finds why in its log")]
    public async Task Refusal_of_the_broker_is_told_where_the_gateway_has_said_nothing(string? said, string shown)
    {
        await SayAsync(said);
        _publish = () => Task.FromException(new MqttFaultException("not authorised"));
        await _sender.StartAsync(Token);
        await SentAsync();
        await SentAsync();

        Assert.Equal(shown, await ReasonAsync());
        Assert.Contains("not authorised", _log.Text, StringComparison.Ordinal);
    }

    private static AlertRow Alert() => new()
    {
        Id = 1,
        Compound = Compound,
        Kind = EventKind.Sos,
        Incident = "0190f0a0-0000-7000-8000-00000000000a",
        Journal = "0190f0a0-0000-7000-8000-000000000001",
        Sequence = 1,
        CallSequence = 1,
        Device = "light-3",
        DeviceZh = "3号楼路灯",
        DeviceEn = "Streetlight of building 3",
        HeadlineZh = "有人按下求助按钮",
        HeadlineEn = "Somebody pressed the SOS button",
        Weight = 3,
        Priority = EventPriority.Emergency,
        Test = false,
        Count = 1,
        FirstTime = s_start,
        LastTime = s_start,
        Revision = 1,
    };

    private static CommandRow Order(string id, TimeSpan after) => new()
    {
        Id = id,
        Compound = Compound,
        Name = AlertAcknowledged.Name,
        Alert = 1,
        Officer = "officer",
        Payload = "{}",
        Created = s_start + after,
        GiveUp = s_start + CommandOutbox.Patience,
        Attempts = 0,
    };

    private StationDatabase Open() => new(new DbContextOptionsBuilder<StationDatabase>().UseSqlite($"Data Source={Path.Combine(_folder.Path, "station.db")}").Options);

    private Task PublishAsync(MqttMessage message)
    {
        var isFirst = Encoding.ASCII.GetString(message.CorrelationData.Span) == "first";
        var published = isFirst ? _publish() : Task.CompletedTask;
        _sent.Writer.TryWrite(JsonSerializer.Deserialize<CommandEnvelope>(message.Payload.Span)!);
        return published;
    }

    private async Task<CommandEnvelope> SentAsync() => await _sent.Reader.ReadAsync(Token);

    // The sender waits for the broker by this clock as soon as it has the publish's task in hand.
    private async Task UntilAwaitedAsync()
    {
        while (!_time.IsAwaited)
        {
            await Task.Yield();
            Token.ThrowIfCancellationRequested();
        }
    }

    private async Task SayAsync(string? reason)
    {
        await using var database = Open();
        await database.Commands.Where(row => row.Id == "first").ExecuteUpdateAsync(
            change => change.SetProperty(row => row.ReasonZh, reason == null ? null : "灯坏了").SetProperty(row => row.ReasonEn, reason), Token);
    }

    private async Task<string?> ReasonAsync()
    {
        await using var database = Open();
        return await database.Commands.Where(row => row.Id == "first").Select(row => row.ReasonEn).SingleAsync(Token);
    }

    private sealed class Factory(Func<StationDatabase> open) : IDbContextFactory<StationDatabase>
    {
        public StationDatabase CreateDbContext() => open();
    }
}
