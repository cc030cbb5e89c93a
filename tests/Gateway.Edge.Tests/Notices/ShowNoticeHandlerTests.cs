using System.Text.Json;
using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Commands;
using Gateway.Edge.Notices;
using Gateway.Edge.Uplink.Commands;

namespace Gateway.Edge.Tests.Notices;

/// <summary>The station's messages: shown, changed under the same id, taken down, refused with what is wrong.</summary>
public sealed class ShowNoticeHandlerTests : IDisposable
{
    private readonly NoticeBench _bench = new();
    private readonly string _id = Guid.CreateVersion7().ToString();

    [Fact]
    public async Task Message_is_shown_changed_and_taken_down_under_its_id()
    {
        Assert.Equal(CommandOutcome.Done, (await SendAsync(Order("谨防诈骗"))).Outcome);
        Assert.Equal((NoticeSource.Station, "谨防诈骗"), (_bench.Desk.Shown("gate-east")!.Source, _bench.Desk.Shown("gate-east")!.Words.Zh));

        await SendAsync(Order("谨防盗窃"));
        Assert.Equal("谨防盗窃", Assert.Single(_bench.Desk.All).Words.Zh);

        Assert.Equal(CommandOutcome.Done, (await SendAsync(Order("谨防盗窃") with { Until = _bench.Now })).Outcome);
        Assert.Empty(_bench.Desk.All);
    }

    [Fact]
    public async Task What_cannot_be_shown_is_refused_with_its_field()
    {
        var answer = await SendAsync(Order(new string('长', 61)));
        Assert.Equal((CommandOutcome.Refused, "bad-notice"), (answer.Outcome, answer.Code));
        Assert.StartsWith("zh: ", answer.Reason.En, StringComparison.Ordinal);
        Assert.Equal("bad-notice", (await SendAsync(Order("x") with { Gates = ["gate-9"] })).Code);
        Assert.Equal("bad-payload", (await SendAsync(Order("x") with { Id = "7" })).Code);
        foreach (var payload in (string[])["", "{}", "[]", "{\"Id\":null}", "null"])
        {
            Assert.Equal("bad-payload", (await SendAsync(payload)).Code);
        }

        Assert.Empty(_bench.Desk.All);
    }

    public void Dispose() => _bench.Dispose();

    private ShowNotice Order(string zh) => new(_id, new LocalizedText(zh, ""), _bench.Now.AddHours(1));

    private Task<CommandAnswer> SendAsync(ShowNotice order) => SendAsync(JsonSerializer.Serialize(order, JsonSerializerOptions.Web));

    private async Task<CommandAnswer> SendAsync(string payload) => await new ShowNoticeHandler(_bench.Desk, _bench.Clock)
        .HandleAsync(new CommandRequest(ShowNotice.Name, Guid.CreateVersion7().ToString(), "officer", _bench.Now, payload), TestContext.Current.CancellationToken);
}
