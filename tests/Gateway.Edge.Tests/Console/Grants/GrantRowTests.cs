using System.Text;
using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Access.Grants.Registry;
using Gateway.Edge.Journal;
using Microsoft.Playwright;

namespace Gateway.Edge.Tests.Console.Grants;

/// <summary>The list of grants, and what is done on its rows.</summary>
public sealed class GrantRowTests : IAsyncLifetime
{
    private GrantPages _pages = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _pages = await GrantPages.StartAsync();

    public ValueTask DisposeAsync() => _pages.DisposeAsync();

    [Fact(Timeout = 120_000)]
    public async Task Revoking_asks_first_and_is_in_force_on_record_and_out_of_the_list_at_once()
    {
        var view = await _pages.GrantAsync("王建国");
        var page = await _pages.OpenAsync("/grants");
        await page.ClickAsync($"#revoke-{view.Grant.Id}");
        await Assertions.Expect(page.Locator($"#act-{view.Grant.Id}")).ToContainTextAsync("不能恢复");
        Assert.True(_pages.Service<GrantBook>().Now.Find(view.Grant.Id)!.IsLive);
        await page.ClickAsync($"#act-{view.Grant.Id} .btn-danger");

        await Assertions.Expect(page.Locator("#said")).ToContainTextAsync("王建国 的授权已撤销");
        await Assertions.Expect(page.Locator("#group-valid")).ToHaveCountAsync(0);
        await page.ClickAsync("#ended-fold summary");
        await Assertions.Expect(page.Locator($"#ended #grant-{view.Grant.Id}")).ToContainTextAsync("已撤销");
        Assert.Equal(0, await page.Locator($"#ended #grant-{view.Grant.Id} .btn").CountAsync());
        Assert.StartsWith("propertymanager, ", _pages.Service<GrantBook>().Now.Find(view.Grant.Id)!.EnteredBy, StringComparison.Ordinal);
        Assert.Contains("\"name\":\"grant-revoked\"", await AuditAsync("propertymanager, 127.0.0.1"), StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task Ends_are_moved_on_the_row_and_an_end_that_cannot_be_is_told_there()
    {
        var view = await _pages.GrantAsync("王建国", hours: 30);
        var page = await _pages.OpenAsync("/grants");
        var row = page.Locator($"#grant-{view.Grant.Id}");
        await page.ClickAsync($"#renew-{view.Grant.Id}");
        await row.Locator("label", new() { HasText = "延长 3 天" }).ClickAsync();
        await row.Locator(".btn-primary").ClickAsync();
        await Assertions.Expect(page.Locator("#said")).ToContainTextAsync("王建国 的授权延长至");
        Assert.Equal(view.Grant.Until.AddDays(3), (await NowAsync(view)).Until);

        await page.ClickAsync($"#shorten-{view.Grant.Id}");
        await row.Locator("label", new() { HasText = "自选" }).ClickAsync();
        await row.Locator("input[type=datetime-local]").FillAsync("2099-01-01T10:00");
        await row.Locator(".btn-primary").ClickAsync();
        await Assertions.Expect(row.Locator(".gateway-field-fault")).ToContainTextAsync("缩短须早于现在的结束时间");
        await row.Locator("label", new() { HasText = "2 小时后结束" }).ClickAsync();
        await row.Locator(".btn-primary").ClickAsync();
        await Assertions.Expect(page.Locator("#said")).ToContainTextAsync("王建国 的授权缩短至");
        Assert.InRange((await NowAsync(view)).Until, view.Grant.Until.AddHours(-29), view.Grant.Until.AddHours(-27));
    }

    [Fact(Timeout = 120_000)]
    public async Task List_follows_what_happens_and_keeps_what_is_being_typed()
    {
        var view = await _pages.GrantAsync("王建国");
        var page = await _pages.OpenAsync("/grants");
        await page.FillAsync("#name", "还没写完");
        await page.ClickAsync($"#renew-{view.Grant.Id}");
        var row = page.Locator($"#grant-{view.Grant.Id}");
        await row.Locator("label", new() { HasText = "自选" }).ClickAsync();
        var until = row.Locator("input[type=datetime-local]");
        await until.FillAsync("2030-05-06T07:08");

        // Comes in, and is inside beyond the window.
        var entries = _pages.Service<GrantEntries>();
        entries.Entered(view.Grant.Id, "gate-1", TimeProvider.System.GetUtcNow());
        await Assertions.Expect(page.Locator($"#group-inside #grant-{view.Grant.Id}")).ToBeVisibleAsync();
        await Assertions.Expect(until).ToHaveValueAsync("2030-05-06T07:08");
        entries.Overstayed(view.Grant.Id, TimeProvider.System.GetUtcNow());
        await Assertions.Expect(page.Locator($"#group-overstaying #grant-{view.Grant.Id}")).ToBeVisibleAsync();
        await _pages.GrantAsync("后来的人", hours: 60 * 24, from: TimeProvider.System.GetUtcNow().AddDays(40));
        await Assertions.Expect(page.Locator("#group-later")).ToContainTextAsync("后来的人");
        await Assertions.Expect(until).ToHaveValueAsync("2030-05-06T07:08");
        await Assertions.Expect(page.Locator("#name")).ToHaveValueAsync("还没写完");

        await page.ClickAsync($"#left-{view.Grant.Id}");
        await row.Locator(".btn-primary").ClickAsync();
        await Assertions.Expect(page.Locator($"#group-valid #grant-{view.Grant.Id}")).ToBeVisibleAsync();
    }

    [Fact(Timeout = 120_000)]
    public async Task Code_is_given_shown_again_and_taken_back_on_the_row()
    {
        var view = await _pages.GrantAsync("王建国");
        var page = await _pages.OpenAsync("/grants");
        await page.ClickAsync($"#pass-{view.Grant.Id}");
        var slot = page.Locator($"#act-{view.Grant.Id}");
        await Assertions.Expect(slot).ToContainTextAsync("由保安核对姓名后放行");
        await slot.GetByText("发手机通行码").ClickAsync();
        await Assertions.Expect(slot.Locator(".gateway-qr svg")).ToBeVisibleAsync();
        Assert.Null(Assert.Single(_pages.Passes.List(view.Worker.Id)).Revoked);
        await slot.GetByText("停用通行码").ClickAsync();
        await Assertions.Expect(page.Locator("#said")).ToContainTextAsync("所有门立即失效");
        await Assertions.Expect(slot.Locator(".gateway-qr")).ToHaveCountAsync(0);
        Assert.NotNull(Assert.Single(_pages.Passes.List(view.Worker.Id)).Revoked);
        var audit = await AuditAsync("propertymanager, 127.0.0.1");
        Assert.All((string[])["pass-issue", "pass-look", "pass-revoke"], name => Assert.Contains($"\"{name}\"", audit, StringComparison.Ordinal));
    }

    [Fact(Timeout = 120_000)]
    public async Task Search_finds_by_name_tag_host_and_end_of_the_number_also_what_is_over()
    {
        var over = await _pages.GrantAsync("王建国", phone: "13812345678", host: "WO-17");
        await _pages.Desk.RevokeAsync(over.Grant.Id, "test", Stop);
        await _pages.GrantAsync("李红", tag: "cleaner");
        var page = await _pages.OpenAsync("/grants");
        foreach (var text in (string[])["建国", "水电", "wo-1", "5678"])
        {
            await page.FillAsync("#q", text);
            await Assertions.Expect(page.Locator("#found .gateway-grant")).ToContainTextAsync(["王建国"]);
        }

        await page.FillAsync("#q", "没有这个人");
        await Assertions.Expect(page.Locator("#found")).ToContainTextAsync("没有找到");
    }

    private async Task<Gateway.Edge.Access.Grants.Grant> NowAsync(GrantView view) => (await _pages.Desk.ShowAsync(view.Grant.Id, Stop))!.View.Grant;

    private async Task<string> AuditAsync(string by)
    {
        var records = await _pages.Service<IJournalReader>().ReadAsync(0, 1000, Stop);
        return string.Join('\n', records.Where(record => record.Kind == EventKind.Audit).Select(record => Encoding.UTF8.GetString(record.Data.Span)).Where(text => text.Contains(by, StringComparison.Ordinal)));
    }
}
