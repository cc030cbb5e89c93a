using System.Net;
using System.Text;
using EdgeGateway.Testing.Browser;
using Gateway.Edge.Accounts;
using Microsoft.Playwright;

namespace Gateway.Edge.Tests.Console.Grants;

/// <summary>A contractor's crew from a table, by the page.</summary>
public sealed class GrantCrewTests : IAsyncLifetime
{
    private const string ThreeBadRows = """
        姓名,电话,标签,被访或工单,出入口,次数
        王建国,13800000001,水电工,WO-17,,
        李红,12,保洁员,WO-17,,
        <img src=x onerror=window.hacked=1>,,装修工,WO-17,gate-9,
        周敏,13800000003,绿化工,WO-17,gate-1;gate-2,
        赵强,13800000004,维修工,WO-17,,很多

        """;

    private GrantPages _pages = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _pages = await GrantPages.StartAsync();

    public ValueTask DisposeAsync() => _pages.DisposeAsync();

    [Fact(Timeout = 120_000)]
    public async Task Three_bad_rows_are_told_with_row_column_and_reason_and_the_good_ones_come_in_when_asked_for()
    {
        var page = await _pages.OpenAsync("/grants/crew");
        await PreviewAsync(page, ThreeBadRows);

        await Assertions.Expect(page.Locator("#report [role=alert]")).ToContainTextAsync("有 3 处错误，还没有导入任何一行；正确的有 2 行");
        var rows = await page.Locator(".gateway-faults tbody tr").AllInnerTextsAsync();
        Assert.Equal(3, rows.Count);
        Assert.All(
            rows.Zip((string[][])[["3", "电话", "12", "不是有效电话号码"], ["4", "出入口", "gate-9", "没有出入口 gate-9"], ["6", "次数", "很多", "整数"]]),
            pair => Assert.All(pair.Second, part => Assert.Contains(part, pair.First, StringComparison.Ordinal)));
        Assert.Empty(await _pages.AllAsync());

        await Assertions.Expect(page.Locator("#confirm")).ToHaveTextAsync("只导入正确的 2 行");
        await page.ClickAsync("#confirm");
        await Assertions.Expect(page.Locator("#report")).ToContainTextAsync("已授权 2 人");
        var crew = await _pages.AllAsync();
        Assert.Equal(["周敏", "王建国"], crew.Select(view => view.Worker.Name).Order(StringComparer.Ordinal));
        Assert.Single(crew.Select(view => view.Grant.Until).Distinct());
        Assert.All(crew, view => Assert.StartsWith("propertymanager, ", view.Grant.EnteredBy, StringComparison.Ordinal));
    }

    [Fact(Timeout = 120_000)]
    public async Task Right_table_takes_tag_and_host_of_the_form_for_rows_without()
    {
        var page = await _pages.OpenAsync("/grants/crew");
        await page.FillAsync("#host", "WO-99");
        await page.SelectOptionAsync("#tag", "decorator");
        await PreviewAsync(page, "name\n甲\n乙\n");
        await Assertions.Expect(page.Locator("#report")).ToContainTextAsync("预览：2 行正确");
        await page.ClickAsync("#confirm");
        await Assertions.Expect(page.Locator("#report")).ToContainTextAsync("已授权 2 人");
        Assert.All(await _pages.AllAsync(), view => Assert.Equal(("decorator", "WO-99"), (view.Grant.Tag, view.Grant.Host)));
    }

    [Fact(Timeout = 120_000)]
    public async Task Without_a_file_or_an_end_the_form_says_so_and_keeps_the_rest()
    {
        var page = await _pages.OpenAsync("/grants/crew");
        await page.ClickAsync("label[for=window-chosen]");
        await page.FillAsync("#host", "WO-99");
        await page.ClickAsync("#preview");
        await Assertions.Expect(page.Locator("#file-fault")).ToContainTextAsync("请选择一个 CSV 文件");
        await Assertions.Expect(page.Locator("#until-fault")).ToContainTextAsync("请填写日期和时间");
        await Assertions.Expect(page.Locator("#host")).ToHaveValueAsync("WO-99");
    }

    [Fact(Timeout = 120_000)]
    public async Task Template_has_the_columns_of_either_language_and_is_read_again()
    {
        using var browser = new FormBrowser(_pages.Gateway.Address);
        (await browser.SignInAsync(_pages.Gateway, role: AccountRole.PropertyManager)).Dispose();
        using var answer = await browser.GetAsync("/grants/crew-template.csv");
        Assert.Equal("text/csv", answer.Content.Headers.ContentType?.MediaType);
        var text = await answer.Content.ReadAsStringAsync(Stop);
        Assert.Equal("姓名,电话,标签,被访或工单,出入口,区域,时段,次数", text.Trim('\uFEFF', '\r', '\n'));
        var page = await _pages.OpenAsync("/grants/crew");
        await PreviewAsync(page, text + "王建国,,水电工,WO-17,,,,\r\n");
        await Assertions.Expect(page.Locator("#report")).ToContainTextAsync("预览：1 行正确");
    }

    [Fact(Timeout = 120_000)]
    public async Task Preview_that_is_no_longer_held_is_not_confirmed()
    {
        using var browser = new FormBrowser(_pages.Gateway.Address);
        (await browser.SignInAsync(_pages.Gateway)).Dispose();
        using var stale = await browser.PostAsync(
            "/grants/crew", "/grants/crew", ("_handler", "confirm"), ("Sure.Ticket", "made-up"), ("Sure.Until", "2099-01-01T00:00:00.0000000+08:00"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, stale.StatusCode);
        Assert.Contains("预览已过期", await stale.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    private static async Task PreviewAsync(IPage page, string table)
    {
        await page.SetInputFilesAsync("#file", new FilePayload { Name = "crew.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(table) });
        await page.ClickAsync("#preview");
        await Assertions.Expect(page.Locator("#report")).ToBeVisibleAsync();
    }
}
