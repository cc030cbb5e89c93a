using System.IO.Compression;
using System.Net;
using EdgeGateway.Testing;
using EdgeGateway.Testing.Browser;
using Gateway.Edge.Access.Residents;
using Gateway.Edge.Accounts;
using Gateway.Edge.Accounts.Sessions;
using Gateway.Edge.Privacy.Erasure;
using Gateway.Edge.Privacy.Stores;
using Gateway.Edge.Tests.Access.Residents;
using Gateway.Edge.Tests.Privacy;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Gateway.Edge.Tests.Console.Privacy;

/// <summary>What the office does for somebody who asks, in a real browser, on the real registries.</summary>
public sealed class PrivacyPageTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new();
    private readonly FailsOnce _slow = new();
    private ConsoleUnderTest _gateway = null!;
    private OnePerson _person = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Path => $"/privacy/people/resident/{_person.Id}";

    public async ValueTask InitializeAsync()
    {
        _gateway = await ConsoleUnderTest.StartAsync(services: services =>
        {
            ResidentsFixture.AddFaces(services, new MadeUpFaces());
            services.AddSingleton(new StepUps(_time)).AddSingleton<IPersonStore>(_slow);
        });
        _person = new OnePerson(_gateway);
        await _person.MoveInAsync();
    }

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact(Timeout = 180_000)]
    public async Task Person_is_found_confirmed_exported_and_the_archive_downloaded()
    {
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.SignedInAsync(_gateway, "/privacy");
        _time.Advance(StepUps.Counts + TimeSpan.FromMinutes(1));
        await page.FillAsync("#q", OnePerson.Plate);
        await page.PressAsync("#q", "Enter");
        await page.ClickAsync("#found a.btn");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(OnePerson.Name);
        // Whole numbers are in the export alone.
        await Assertions.Expect(page.Locator("#everything")).ToContainTextAsync("138****5678");
        Assert.DoesNotContain(OnePerson.Phone, await page.ContentAsync(), StringComparison.Ordinal);
        await page.ClickAsync("#export");
        await page.FillAsync("#proof", ConsoleUnderTest.Password);
        await page.ClickAsync("#confirm");
        await page.ClickAsync("#export");
        await Assertions.Expect(page.Locator("#download")).ToBeVisibleAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("#download"));
        using var archive = ZipFile.OpenRead(await download.PathAsync());
        Assert.Contains(archive.Entries, entry => entry.FullName == "index.html");
        Assert.Contains(archive.Entries, entry => entry.FullName == "photos/resident-1.jpg");
        Assert.Contains(archive.Entries, entry => entry.FullName == "manifest.json");
        await page.ClickAsync("#cancel");
        await Assertions.Expect(page.Locator("#job")).ToHaveAttributeAsync("data-state", "cancelled");
    }

    [Fact(Timeout = 180_000)]
    public async Task Long_export_shows_how_far_it_is_and_is_cancelled()
    {
        _slow.Holds = new TaskCompletionSource();
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.SignedInAsync(_gateway, "/privacy");
        // The person's own page reads all stores but the long ones: it must not wait for the export's.
        _slow.IsLong = true;
        await page.GotoAsync(new Uri(_gateway.Address, Path).ToString());
        await page.ClickAsync("#export");
        await Assertions.Expect(page.Locator("#job progress")).ToBeVisibleAsync();
        await page.UntilAsync("document.querySelector('#job progress')?.value > 0");
        await page.ClickAsync("#cancel");
        await Assertions.Expect(page.Locator("#job")).ToHaveAttributeAsync("data-state", "cancelled");
        await Assertions.Expect(page.Locator("#download")).ToHaveCountAsync(0);
    }

    [Fact(Timeout = 180_000)]
    public async Task Erasing_asks_first_says_what_stays_and_leaves_a_proof_and_nobody()
    {
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.SignedInAsync(_gateway, "/privacy");
        await page.GotoAsync(new Uri(_gateway.Address, Path).ToString());
        await Assertions.Expect(page.Locator("#erase-sure")).ToBeHiddenAsync();
        await page.ClickAsync("#erase");
        await Assertions.Expect(page.Locator("#stays")).ToContainTextAsync("90 天");
        await page.SelectOptionAsync("#basis", "request-id");
        await page.CheckAsync("#sure");
        await page.ClickAsync("#erase-sure");
        await Assertions.Expect(page.Locator("#proof[data-state=done]")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#chain")).ToContainTextAsync("完整");
        await Assertions.Expect(page.Locator("#backups")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("body")).Not.ToContainTextAsync(OnePerson.Name);
        var proof = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("#proof-file"));
        Assert.Contains("proof-of-erasure", await File.ReadAllTextAsync(await proof.PathAsync(), Token), StringComparison.Ordinal);

        await page.GotoAsync(new Uri(_gateway.Address, "/privacy?q=" + Uri.EscapeDataString(OnePerson.Name)).ToString());
        await Assertions.Expect(page.Locator("#found")).ToContainTextAsync("没有找到");
        await Assertions.Expect(page.Locator("#proofs li")).ToHaveCountAsync(1);
        Assert.Empty(_person.FilesWith(OnePerson.Name));
        using var browser = await SignedInAsync();
        using var gone = await browser.GetAsync(Path);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact(Timeout = 180_000)]
    public async Task Erasing_without_confirmation_step_up_or_token_does_nothing()
    {
        using var browser = await SignedInAsync();
        (string, string)[] sure = [("_handler", "erase"), ("Erase.Basis", "moved"), ("Erase.Sure", "true")];
        using var unsure = await browser.PostAsync(Path, Path, ("_handler", "erase"), ("Erase.Basis", "moved"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unsure.StatusCode);
        using var baseless = await browser.PostAsync(Path, Path, ("_handler", "erase"), ("Erase.Basis", "because"), ("Erase.Sure", "true"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, baseless.StatusCode);
        foreach (var handler in (string[])["erase", "export"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, Path) { Content = new FormUrlEncodedContent([new("_handler", handler), new("Erase.Basis", "moved"), new("Erase.Sure", "true")]) };
            using var forged = await browser.SendAsync(request);
            Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        }

        _time.Advance(StepUps.Counts + TimeSpan.FromMinutes(1));
        foreach (var fields in ((string, string)[][])[sure, [("_handler", "export")]])
        {
            using var late = await browser.PostAsync(Path, Path, fields);
            Assert.Contains("/confirm", late.Headers.Location?.ToString(), StringComparison.Ordinal);
        }

        Assert.Empty(await _person.Get<ErasureDesk>().ListAsync(10, Token));
        Assert.NotNull(await _person.Get<IResidentDesk>().ShowAsync(_person.Id, Token));
    }

    [Fact(Timeout = 180_000)]
    public async Task Auditor_reads_and_does_nothing_and_a_guard_sees_nothing()
    {
        using var auditor = await SignedInAsync(AccountRole.Auditor);
        foreach (var path in (string[])["/privacy", Path, "/privacy/consents", "/privacy/assessment", "/privacy/signage"])
        {
            using var answer = await auditor.GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.DoesNotContain("_handler\" value=\"erase", await answer.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        }

        using var refused = await auditor.PostAsync("/privacy", Path, ("_handler", "erase"), ("Erase.Basis", "moved"), ("Erase.Sure", "true"));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using var guard = await SignedInAsync(AccountRole.Guard);
        foreach (var path in (string[])["/privacy", Path, "/privacy/consents", "/privacy/consents.csv"])
        {
            using var answer = await guard.GetAsync(path);
            Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Fact(Timeout = 180_000)]
    public async Task Export_of_one_account_is_nobody_else_s()
    {
        using var mine = await SignedInAsync();
        using var begun = await mine.PostAsync(Path, Path, ("_handler", "export"));
        var address = begun.Headers.Location!.ToString();
        using var theirs = await SignedInAsync(AccountRole.PropertyManager);
        using var page = await theirs.GetAsync(new Uri(_gateway.Address, address).PathAndQuery);
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        using var file = await theirs.GetAsync(new Uri(_gateway.Address, address).PathAndQuery + "/person.zip");
        Assert.Equal(HttpStatusCode.NotFound, file.StatusCode);
    }

    [Fact(Timeout = 180_000)]
    public async Task Names_are_text_and_long_ones_harmless()
    {
        var enrolled = await _person.Get<IResidentDesk>().EnrolAsync(
            new EnrolmentRequest("<b>x</b><script>", "1-1", [MadeUpFaces.Photo(30), MadeUpFaces.Photo(30, 1)], "<i>y", "v1"), Token);
        using var browser = await SignedInAsync();
        foreach (var path in (string[])["/privacy?q=%3Cb%3E", $"/privacy/people/resident/{enrolled.Resident!.Id}", "/privacy/consents"])
        {
            using var answer = await browser.GetAsync(path);
            var html = await answer.Content.ReadAsStringAsync(Token);
            Assert.Contains("&lt;b&gt;x", html, StringComparison.Ordinal);
            Assert.DoesNotContain("<b>x", html, StringComparison.Ordinal);
            Assert.DoesNotContain("<i>y", html, StringComparison.Ordinal);
        }

        using var endless = await browser.GetAsync("/privacy?q=" + new string('x', 4000));
        Assert.Equal(HttpStatusCode.OK, endless.StatusCode);
    }

    [Fact(Timeout = 180_000)]
    public async Task Consents_are_searched_and_exported_on_record()
    {
        using var browser = await SignedInAsync();
        Assert.Contains(OnePerson.Name, await HtmlAsync(browser, "/privacy/consents?q=" + Uri.EscapeDataString("欧阳")), StringComparison.Ordinal);
        Assert.DoesNotContain(OnePerson.Name, await HtmlAsync(browser, "/privacy/consents?q=zzz"), StringComparison.Ordinal);
        Assert.Contains($"{_person.Id},{OnePerson.Name},Resident,", await HtmlAsync(browser, "/privacy/consents.csv"), StringComparison.Ordinal);
        Assert.Contains("consents-exported", string.Concat((await _person.Get<Edge.Journal.IJournalReader>().ReadAsync(0, 1000, Token)).Select(record => System.Text.Encoding.UTF8.GetString(record.Data.Span))), StringComparison.Ordinal);
    }

    [Fact(Timeout = 180_000)]
    public async Task Assessment_is_saved_as_versions_and_none_is_saved_half_filled()
    {
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.SignedInAsync(_gateway, "/privacy/assessment");
        await page.FillAsync("#Purpose", "Gates");
        await page.ClickAsync("#save");
        await Assertions.Expect(page.Locator("#fault")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#Purpose")).ToHaveValueAsync("Gates");
        for (var version = 1; version <= 2; version++)
        {
            foreach (var field in (string[])["Purpose", "Necessity", "Data", "Consent", "Alternative", "Risks", "Measures", "Conclusion"])
            {
                await page.FillAsync("#" + field, $"{field} <b>{version}");
            }

            await page.ClickAsync("#save");
            await Assertions.Expect(page.Locator("#said")).ToContainTextAsync($"第 {version} 版");
        }

        await Assertions.Expect(page.Locator("#versions li")).ToHaveCountAsync(2);
        await page.ClickAsync("#versions li:last-child a");
        await Assertions.Expect(page.Locator("#Purpose")).ToHaveTextAsync("Purpose <b>1");
        await Assertions.Expect(page.Locator("#shown")).ToContainTextAsync("administrator");
    }

    [Fact(Timeout = 240_000)]
    [Trait("Looks", "pages")]
    public async Task Every_page_fits_and_is_usable_by_everybody()
    {
        var subject = (await _person.Get<Edge.Privacy.People.SubjectFinder>().FindAsync(Edge.Privacy.People.SubjectKind.Resident, _person.Id, null, Token))!;
        var other = await _person.Get<IResidentDesk>().EnrolAsync(new EnrolmentRequest("李娜", "1-1", [MadeUpFaces.Photo(31), MadeUpFaces.Photo(31, 1)], "李娜", "v1"), Token);
        var gone = (await _person.Get<Edge.Privacy.People.SubjectFinder>().FindAsync(Edge.Privacy.People.SubjectKind.Resident, other.Resident!.Id, null, Token))!;
        var erasure = await _person.Get<ErasureDesk>().BeginAsync(gone, ErasureBasis.All[0], "administrator, 127.0.0.1", Token);
        while (!await _person.Get<ErasureDesk>().RunAsync(erasure.Id, Token))
        {
            await Task.Yield();
        }

        await _person.Get<Edge.Privacy.Inventory.JournalTally>().CountAsync(Token);
        await using var chromium = await Chromium.StartAsync();
        await chromium.LookAsync(_gateway, "/privacy?q=" + Uri.EscapeDataString("7-23"), "privacy");
        await chromium.LookAsync(_gateway, Path, "privacy-person", prepare: page => page.ClickAsync("#erase"));
        await chromium.LookAsync(_gateway, $"/privacy/erasures/{erasure.Id}", "privacy-proof");
        await chromium.LookAsync(_gateway, "/privacy/consents", "privacy-consents");
        await chromium.LookAsync(_gateway, "/privacy/assessment", "privacy-assessment");
        await chromium.LookAsync(_gateway, "/privacy/signage", "privacy-signage");
        Assert.NotNull(subject);
    }

    private static async Task<string> HtmlAsync(FormBrowser browser, string path)
    {
        using var answer = await browser.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Token);
    }

    private async Task<FormBrowser> SignedInAsync(AccountRole role = AccountRole.Administrator)
    {
        var browser = new FormBrowser(_gateway.Address);
        await browser.SignInAsync(_gateway, role: role);
        return browser;
    }
}
