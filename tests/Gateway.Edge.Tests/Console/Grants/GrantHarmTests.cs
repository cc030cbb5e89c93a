using System.Net;
using System.Net.Http.Headers;
using System.Text;
using EdgeGateway.Testing.Browser;
using Gateway.Edge.Accounts;
using Microsoft.Playwright;

namespace Gateway.Edge.Tests.Console.Grants;

/// <summary>What must not harm: hostile input, forged requests, and roles that may not.</summary>
public sealed class GrantHarmTests : IAsyncLifetime
{
    private GrantPages _pages = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _pages = await GrantPages.StartAsync();

    public ValueTask DisposeAsync() => _pages.DisposeAsync();

    [Fact(Timeout = 120_000)]
    public async Task Html_in_names_is_text_everywhere()
    {
        const string Name = "<b>x</b><img src=x onerror=a>";
        var page = await _pages.OpenAsync("/grants");
        await page.ClickAsync("label[for=tag-own]");
        await page.FillAsync("#own-tag", "<i>\"tag'");
        await page.FillAsync("#name", Name);
        await page.FillAsync("#host", "<script>alert(1)</script>");
        await page.ClickAsync("#grant");
        await Assertions.Expect(page.Locator("#granted")).ToContainTextAsync(Name);
        var grant = Assert.Single(await _pages.AllAsync()).Grant;
        await Assertions.Expect(page.Locator($"#grant-{grant.Id}")).ToContainTextAsync("<script>alert(1)</script>");
        await page.ClickAsync($"#revoke-{grant.Id}");
        await Assertions.Expect(page.Locator($"#act-{grant.Id}")).ToContainTextAsync(Name);
        await page.FillAsync("#name", "<b>");
        await Assertions.Expect(page.Locator("#people")).ToContainTextAsync(Name);
        Assert.Equal(0, await page.Locator("main b, main img, main i, main script").CountAsync());
    }

    [Fact(Timeout = 120_000)]
    public async Task Name_of_ten_megabytes_is_refused_and_long_ones_are_told()
    {
        using var browser = await SignedInAsync(AccountRole.PropertyManager);
        using var huge = await PostAsync(browser, new string('x', 10 << 20));
        Assert.True((int)huge.StatusCode is >= 400 and < 500, huge.StatusCode.ToString());
        using var tooLong = await PostAsync(browser, new string('长', 300_000));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tooLong.StatusCode);
        var html = await tooLong.Content.ReadAsStringAsync(Stop);
        Assert.Contains("1 至 40 个字符", html, StringComparison.Ordinal);
        Assert.True(html.Length < 100_000, "what is echoed is bounded");
        Assert.Empty(await _pages.AllAsync());
    }

    [Fact(Timeout = 120_000)]
    public async Task Request_of_another_type_or_without_its_token_changes_nothing()
    {
        var grant = (await _pages.GrantAsync("王建国")).Grant;
        using var browser = await SignedInAsync(AccountRole.PropertyManager);
        foreach (var path in (string[])["/grants", "/grants/crew", $"/grants/{grant.Id}/revoke", $"/grants/{grant.Id}/pass"])
        {
            using var json = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent("{\"name\":\"x\"}", Encoding.UTF8, "application/json") };
            using var bytes = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent([1, 2, 3]) { Headers = { ContentType = new MediaTypeHeaderValue("image/png") } } };
            using var bare = new HttpRequestMessage(HttpMethod.Post, path)
            {
                Content = new FormUrlEncodedContent([new("_handler", path == "/grants" ? "grant" : "act"), new("Form.Tag", "plumber"), new("Form.Name", "x"), new("Form.Host", "x"), new("Form.Deed", "give")]),
            };
            foreach (var request in (HttpRequestMessage[])[json, bytes, bare])
            {
                using var answer = await browser.SendAsync(request);
                Assert.True((int)answer.StatusCode is >= 400 and < 500, $"{path} {request.Content!.Headers.ContentType} answers {answer.StatusCode}");
            }
        }

        Assert.True(Assert.Single(await _pages.AllAsync()).Grant.IsLive);
        Assert.Empty(_pages.Passes.List());
    }

    [Fact(Timeout = 120_000)]
    public async Task Pass_of_somebody_else_is_not_taken_back_by_naming_it()
    {
        var (first, second) = (await _pages.GrantAsync("甲"), await _pages.GrantAsync("乙"));
        var pass = _pages.Passes.Issue(new(second.Worker.Id)).Pass!;
        using var browser = await SignedInAsync(AccountRole.PropertyManager);
        var path = $"/grants/{first.Grant.Id}/pass";
        using var answer = await browser.PostAsync(path, path, ("_handler", "act"), ("Form.Deed", pass.Id.ToString()));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Null(_pages.Passes.Find(pass.Id)!.Revoked);
    }

    [Fact(Timeout = 120_000)]
    public async Task Guard_sees_who_is_valid_now_with_numbers_masked_and_changes_nothing()
    {
        var valid = await _pages.GrantAsync("王建国", phone: "13812345678");
        await _pages.GrantAsync("后来的人", hours: 60 * 24, from: TimeProvider.System.GetUtcNow().AddDays(40));
        var over = await _pages.GrantAsync("以前的人");
        await _pages.Desk.RevokeAsync(over.Grant.Id, "test", Stop);
        var page = await _pages.OpenAsync("/grants", AccountRole.Guard);

        await Assertions.Expect(page.Locator("#grants")).ToContainTextAsync("138****5678");
        await Assertions.Expect(page.Locator("#pulse")).ToHaveAttributeAsync("data-state", "live");
        var text = await page.Locator("main").InnerTextAsync();
        Assert.Contains("王建国", text, StringComparison.Ordinal);
        Assert.DoesNotContain("后来的人", text, StringComparison.Ordinal);
        Assert.DoesNotContain("以前的人", text, StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator("main form, main .btn").CountAsync());

        using var guard = await SignedInAsync(AccountRole.Guard);
        using var html = await guard.GetAsync($"/grants?granted={valid.Grant.Id}&q=王&Form.Name=王");
        Assert.DoesNotContain("/pass/", await html.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        foreach (var path in (string[])[$"/grants/{valid.Grant.Id}/pass", $"/grants/{valid.Grant.Id}/revoke", "/grants/crew"])
        {
            using var answer = await guard.GetAsync(path);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }

        using var post = await guard.PostAsync("/grants", "/grants", ("_handler", "grant"), ("Form.Tag", "plumber"), ("Form.Name", "x"), ("Form.Host", "x"));
        Assert.Equal(HttpStatusCode.Forbidden, post.StatusCode);
        Assert.Equal(3, (await _pages.AllAsync()).Count);
    }

    [Theory(Timeout = 120_000)]
    [InlineData(AccountRole.Auditor)]
    [InlineData(AccountRole.Installer)]
    public async Task Others_are_refused(AccountRole role)
    {
        using var browser = await SignedInAsync(role);
        foreach (var path in (string[])["/grants", "/live/grants", "/grants/crew", "/grants/crew-template.csv"])
        {
            using var answer = await browser.GetAsync(path);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }
    }

    private async Task<FormBrowser> SignedInAsync(AccountRole role)
    {
        var browser = new FormBrowser(_pages.Gateway.Address);
        (await browser.SignInAsync(_pages.Gateway, role: role)).Dispose();
        return browser;
    }

    private static Task<HttpResponseMessage> PostAsync(FormBrowser browser, string name) =>
        browser.PostAsync("/grants", "/grants", ("_handler", "grant"), ("Form.Tag", "plumber"), ("Form.Name", name), ("Form.Host", "x"));
}
