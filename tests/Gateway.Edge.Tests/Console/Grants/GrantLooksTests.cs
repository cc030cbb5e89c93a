using System.Text;
using Gateway.Edge.Access.Grants.Registry;
using Microsoft.Playwright;

namespace Gateway.Edge.Tests.Console.Grants;

/// <summary>How the pages of temporary access look: they fit phone and desk in both languages, light and dark, and axe finds nothing.</summary>
public sealed class GrantLooksTests : IAsyncLifetime
{
    private GrantPages _pages = null!;

    public async ValueTask InitializeAsync() => _pages = await GrantPages.StartAsync();

    public ValueTask DisposeAsync() => _pages.DisposeAsync();

    [Fact(Timeout = 300_000)]
    [Trait("Looks", "pages")]
    public async Task Page_that_is_empty_full_faulty_and_done()
    {
        await _pages.Chromium.LookAsync(_pages.Gateway, "/grants", "grants-empty");
        var id = await FillAsync();
        await _pages.Chromium.LookAsync(_pages.Gateway, $"/grants?granted={id}&q=%E7%8E%8B", "grants-granted");
        await _pages.Chromium.LookAsync(_pages.Gateway, "/grants", "grants-open", prepare: async page =>
        {
            foreach (var choice in (string[])["tag-own", "way-face", "where-gates", "window-chosen"])
            {
                await page.ClickAsync($"label[for={choice}]");
            }

            await page.ClickAsync("#more");
            await page.FillAsync("#name", "王");
            await Assertions.Expect(page.Locator("#people label")).ToHaveCountAsync(3);
            await page.ClickAsync($"#revoke-{id}");
            await Assertions.Expect(page.Locator($"#act-{id} .btn-danger")).ToBeVisibleAsync();
            await page.ClickAsync("#ended-fold summary");
        });
        await _pages.Chromium.LookAsync(_pages.Gateway, "/grants", "grants-faults", prepare: async page =>
        {
            await page.ClickAsync("label[for=way-card]");
            await page.FillAsync("#card", "0012345678");
            await page.FillAsync("#phone", "1");
            await page.ClickAsync("#grant");
            await Assertions.Expect(page.Locator("#name-fault")).ToBeVisibleAsync();
        });
    }

    [Fact(Timeout = 300_000)]
    [Trait("Looks", "pages")]
    public async Task Crew_and_panels_as_pages()
    {
        var id = await FillAsync();
        await _pages.Chromium.LookAsync(_pages.Gateway, $"/grants/{id}/pass", "grants-pass");
        await _pages.Chromium.LookAsync(_pages.Gateway, $"/grants/{id}/renew", "grants-renew");
        await _pages.Chromium.LookAsync(_pages.Gateway, "/grants/crew", "grants-crew", prepare: async page =>
        {
            await page.SetInputFilesAsync("#file", new FilePayload { Name = "crew.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes("姓名,电话,标签,被访或工单\n甲,1,水电工,W\n乙,,水电工,W\n") });
            await page.ClickAsync("#preview");
            await Assertions.Expect(page.Locator("#report")).ToBeVisibleAsync();
        });
    }

    private async Task<Guid> FillAsync()
    {
        var entries = _pages.Service<GrantEntries>();
        var now = TimeProvider.System.GetUtcNow();
        var valid = await _pages.GrantAsync("王建国", phone: "13812345678");
        Assert.NotNull(_pages.Passes.Issue(new(valid.Worker.Id)).Pass);
        Assert.NotNull(_pages.Passes.Issue(new(valid.Worker.Id, "0012345678")).Pass);
        entries.Entered((await _pages.GrantAsync("李红", tag: "cleaner", gates: ["gate-1", "gate-2"])).Grant.Id, "gate-1", now);
        var late = (await _pages.GrantAsync("王一个名字非常非常非常非常非常非常非常非常非常长的师傅", tag: "电梯年检", host: "工单 2026-06-01-0000000000000000000000000000000000000017")).Grant.Id;
        entries.Entered(late, "gate-1", now.AddHours(-3));
        entries.Overstayed(late, now);
        await _pages.GrantAsync("赵强", tag: "decorator", hours: 24 * 60, from: now.AddDays(40));
        var over = await _pages.GrantAsync("钱多", tag: "courier");
        await _pages.Desk.RevokeAsync(over.Grant.Id, "test", TestContext.Current.CancellationToken);
        return valid.Grant.Id;
    }
}
