using EdgeGateway.Testing;
using Gateway.Drivers.Buses.Ocpp;
using Gateway.Drivers.Buses.Ocpp.Points;
using Gateway.Drivers.Buses.Ocpp.Transactions;
using Gateway.Drivers.Tests.Buses.Ocpp.Wire;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Drivers.Tests.Buses.Ocpp.Points;

public sealed class ActionDeskTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _clock = new();
    private readonly TransactionBook _book;
    private readonly EventQueue _events;
    private readonly ActionDesk _desk;

    public ActionDeskTests()
    {
        _book = new TransactionBook(new TransactionFile(_folder.File("charges.json")), _clock);
        _events = new EventQueue("shed", _clock, NullLogger.Instance);
        var faults = new FaultNotes("shed", _events, _clock, NullLogger.Instance);
        var board = new ConnectorBoard();
        _desk = new ActionDesk(new TransactionDesk("shed", _book, board, _events, faults), board, _events, faults, TimeSpan.FromSeconds(300));
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _book.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("StartTransaction")]
    [InlineData("StopTransaction")]
    [InlineData("MeterValues")]
    [InlineData("StatusNotification")]
    [InlineData("BootNotification")]
    public async Task What_a_charger_would_repeat_for_ever_is_answered_by_a_result_and_noted(string action)
    {
        var reply = await AnswerAsync(action, "{}");

        Assert.Null(reply.Error);
        Assert.Contains(Read().OfType<OcppEvent.FaultNoted>(), fault => fault.Code == $"invalid-{action}");
    }

    [Fact]
    public async Task The_same_fault_is_noted_once_a_minute()
    {
        await AnswerAsync("MeterValues", "{}");
        await AnswerAsync("MeterValues", "{}");
        Assert.Single(Read().OfType<OcppEvent.FaultNoted>());

        _clock.Advance(TimeSpan.FromSeconds(61));
        await AnswerAsync("MeterValues", "{}");
        Assert.Single(Read().OfType<OcppEvent.FaultNoted>());
    }

    [Fact]
    public async Task Boot_tells_the_time_and_the_interval()
    {
        var reply = await AnswerAsync("BootNotification", """{"chargePointVendor":"Maker","chargePointModel":"Shed","chargeBoxSerialNumber":"B"}""");

        Assert.Equal("""{"status":"Accepted","currentTime":"2026-06-01T08:00:00.000Z","interval":300}""", reply.Result!.ToJsonString());
        Assert.Equal("B", _desk.Boot?.SerialNumber);
    }

    [Fact]
    public async Task A_repeated_status_is_told_once()
    {
        const string Status = """{"connectorId":1,"errorCode":"NoError","status":"Available"}""";
        await AnswerAsync("StatusNotification", Status);
        await AnswerAsync("StatusNotification", Status);

        Assert.Equal(OcppStatus.Available, Assert.Single(Read().OfType<OcppEvent.StatusChanged>()).Connector.Status);
    }

    [Fact]
    public async Task Readings_that_name_only_their_transaction_belong_to_its_connector()
    {
        var start = await AnswerAsync("StartTransaction", """{"connectorId":4,"idTag":"CARD","meterStart":0,"timestamp":"2026-06-01T08:00:00Z"}""");
        var id = (int)start.Result!["transactionId"]!;

        await AnswerAsync("MeterValues", $$"""{"transactionId":{{id}},"meterValue":[{"timestamp":"2026-06-01T08:00:00Z","sampledValue":[{"value":"7"}]}]}""");

        Assert.Equal(4, Assert.Single(Read().OfType<OcppEvent.Metered>()).Connector);
    }

    [Fact]
    public async Task Readings_that_come_with_the_end_are_told_before_it()
    {
        var start = await AnswerAsync("StartTransaction", """{"connectorId":4,"idTag":"CARD","meterStart":0,"timestamp":"2026-06-01T08:00:00Z"}""");
        var id = (int)start.Result!["transactionId"]!;
        await AnswerAsync("StopTransaction", $$"""
            {"transactionId":{{id}},"meterStop":9,"timestamp":"2026-06-01T08:00:00Z","reason":"SomethingNew",
             "transactionData":[{"timestamp":"2026-06-01T08:00:00Z","sampledValue":[{"value":"9","context":"Transaction.End"}]}]}
            """);

        var events = Read();
        Assert.Equal([typeof(OcppEvent.Started), typeof(OcppEvent.FaultNoted), typeof(OcppEvent.Metered), typeof(OcppEvent.Stopped)], events.Select(occurrence => occurrence.GetType()));
        Assert.Equal(OcppStopReason.Other, events.OfType<OcppEvent.Stopped>().Single().Transaction.Reason);
    }

    [Theory]
    [InlineData(-31, true)]
    [InlineData(-29, false)]
    public async Task What_happened_well_before_the_connection_is_late(int seconds, bool late)
    {
        var at = _clock.GetUtcNow().AddSeconds(seconds);
        await AnswerAsync("StartTransaction", $$"""{"connectorId":1,"idTag":"CARD","meterStart":0,"timestamp":"{{at:yyyy-MM-ddTHH:mm:ssZ}}"}""");

        Assert.Equal(late, Assert.Single(Read().OfType<OcppEvent.Started>()).Late);
    }

    private Task<IncomingReply> AnswerAsync(string action, string payload) =>
        _desk.AnswerAsync(new IncomingCall(action, OcppFieldsTests.Fields(payload), _clock.GetUtcNow(), _clock.GetUtcNow()), Cancelled);

    private List<OcppEvent> Read()
    {
        List<OcppEvent> events = [];
        while (_events.Reader.TryRead(out var occurrence))
        {
            events.Add(occurrence);
        }

        return events;
    }
}
