using System.Text.Json;
using EdgeGateway.Testing;
using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Commands;
using Gateway.Edge.Journal;
using Gateway.Edge.Orders;
using Gateway.Edge.Tests.Patrols;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Gateway.Edge.Tests.Orders;

public sealed class DeviceOrdersTests
{
    private static readonly OrderAnswer Done = new(true, "done", new LocalizedText("已执行", "Done."));
    private readonly FakeTimeProvider _time = new();
    private readonly ListJournal _journal = new();
    private readonly ListLogger<DeviceOrders> _logger = new();
    private readonly DeviceOrder _order = DeviceOrder.Of("barrier-1", "barrier-raise", new OrderRequest(" duty ", " Ambulance "));

    [Fact]
    public async Task Order_that_cannot_be_recorded_is_no_success_and_says_that_it_was_done()
    {
        _journal.Fault = new JournalUnavailableException("The disk is full.");
        var problem = Assert.IsType<ProblemHttpResult>((await Orders().GiveAsync(_order, _ => ValueTask.FromResult(Done))).Result);

        Assert.Equal(StatusCodes.Status503ServiceUnavailable, problem.StatusCode);
        Assert.Equal("Done. This could not be put on record: The disk is full.", problem.ProblemDetails.Detail);
        Assert.Contains("local:duty", _logger.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Record_is_made_before_the_answer_and_names_who_and_why_without_their_blanks()
    {
        Assert.IsType<JsonHttpResult<OrderAnswer>>((await Orders().GiveAsync(_order, _ => ValueTask.FromResult(Done))).Result);

        var entry = Assert.Single(_journal.Entries);
        var audit = JsonSerializer.Deserialize<DeviceOrderAudit>(entry.Data.Span, JsonSerializerOptions.Web)!;
        Assert.Equal(("audit", "barrier-1"), (entry.Kind, entry.Device));
        Assert.Equal(("local:duty", "Ambulance", CommandOutcome.Done), (audit.By, audit.Why, audit.Outcome));
    }

    [Fact(Timeout = 60_000)]
    public async Task Device_that_hangs_is_given_up_after_half_a_minute_and_that_is_on_record()
    {
        var never = new TaskCompletionSource<OrderAnswer>();
        var given = Orders().GiveAsync(_order, _ => new ValueTask<OrderAnswer>(never.Task));
        _time.Advance(DeviceOrders.Patience);
        var problem = Assert.IsType<ProblemHttpResult>((await given).Result);

        Assert.Equal(StatusCodes.Status504GatewayTimeout, problem.StatusCode);
        var audit = JsonSerializer.Deserialize<DeviceOrderAudit>(Assert.Single(_journal.Entries).Data.Span, JsonSerializerOptions.Web)!;
        Assert.Equal((CommandOutcome.Failed, "no-answer"), (audit.Outcome, audit.Code));
    }

    [Theory]
    [InlineData("", "Why", true, "Who gives")]
    [InlineData("duty\u0007", "Why", true, "Who gives")]
    [InlineData("duty", null, true, "reason")]
    [InlineData("duty", " ", false, "reason")]
    [InlineData("duty", null, false, null)]
    [InlineData("duty", "为什么", true, null)]
    public void Request_is_checked_before_anything_moves(string by, string? why, bool needsReason, string? problem)
    {
        var found = new OrderRequest(by, why).Problem(needsReason);
        Assert.Equal(problem is null, found is null);
        Assert.Contains(problem ?? "", found ?? "", StringComparison.Ordinal);
    }

    private DeviceOrders Orders() => new(_journal, _time, _logger);
}
