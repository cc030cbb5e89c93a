using System.Globalization;
using EdgeGateway.Testing.Browser;
using Gateway.Cloud.Contract.Events;
using Microsoft.Playwright;

namespace EndToEnd.Tests.Grants;

/// <summary>Temporary access from the browser to the door, with the gateway as a process of its own.</summary>
public sealed class GrantByPageTests
{
    private const string Card = "0012345678";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact(Timeout = 300_000)]
    public async Task Plumber_who_was_granted_a_card_by_the_page_is_let_in_until_that_is_revoked_on_it()
    {
        await using var gate = await CardGate.StartAsync(Stop);
        await using var chromium = await Chromium.StartAsync();
        var page = await gate.LogInAsync(chromium, Stop);
        await gate.HoldAsync(Card, PassageOutcome.Refused, Stop);

        await GrantAsync(page);
        var opened = await gate.HoldAsync(Card, PassageOutcome.OpenedTemporaryWorker, Stop);
        Assert.Equal(("card", "plumber", "王*"), (opened.Method, opened.Tag?.En, opened.MaskedName));
        await Assertions.Expect(page.Locator("#grants")).ToContainTextAsync("最近进入");
        await gate.HoldAsync(Card, PassageOutcome.OpenedTemporaryWorker, Stop);

        await page.Locator("#grants a", new() { HasText = "撤销" }).ClickAsync();
        await page.ClickAsync("#grants .btn-danger");
        await Assertions.Expect(page.Locator("#said")).ToContainTextAsync("王建国 的授权已撤销");
        var refused = await gate.HoldAsync(Card, PassageOutcome.Refused, Stop);
        Assert.Contains("撤销", refused.Reason.Zh, StringComparison.Ordinal);
        Assert.DoesNotContain("建国", refused.Reason.Zh, StringComparison.Ordinal);
    }

    [Fact(Timeout = 400_000)]
    public async Task Window_ends_by_itself_and_the_gate_says_when()
    {
        await using var gate = await CardGate.StartAsync(Stop);
        await using var chromium = await Chromium.StartAsync();
        var page = await gate.LogInAsync(chromium, Stop);
        await GrantAsync(page);
        await gate.HoldAsync(Card, PassageOutcome.OpenedTemporaryWorker, Stop);

        // The next whole minute but one: the field knows minutes alone.
        var end = TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow().AddSeconds(75), TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));
        await page.Locator("#grants a", new() { HasText = "缩短" }).ClickAsync();
        await page.Locator("#grants label", new() { HasText = "自选" }).ClickAsync();
        await page.FillAsync("#grants input[type=datetime-local]", end.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture));
        await page.ClickAsync("#grants .btn-primary");
        await Assertions.Expect(page.Locator("#said")).ToContainTextAsync("的授权缩短至");
        await page.ClickAsync("#ended-fold summary");
        await Assertions.Expect(page.Locator("#ended")).ToContainTextAsync("王建国", new() { Timeout = 150_000 });

        var refused = await gate.HoldAsync(Card, PassageOutcome.Refused, Stop);
        Assert.Contains("结束", refused.Reason.Zh, StringComparison.Ordinal);
        Assert.Contains(end.ToString("HH:mm", CultureInfo.InvariantCulture), refused.Reason.Zh, StringComparison.Ordinal);
    }

    private static async Task GrantAsync(IPage page)
    {
        await page.ClickAsync("label[for=tag-plumber]");
        await page.FillAsync("#name", "王建国");
        await page.ClickAsync("label[for=way-card]");
        await page.FillAsync("#card", Card);
        await page.ClickAsync("#grant");
        await Assertions.Expect(page.Locator("#granted")).ToContainTextAsync("王建国（水电工）可进出所有出入口");
        await Assertions.Expect(page.Locator("#granted")).ToContainTextAsync("把门卡贴近读卡器");
    }
}
