using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using EdgeGateway.Testing;
using EdgeGateway.Testing.Browser;
using Gateway.Edge.Access.Grants.Registry;
using Gateway.Edge.Access.Passes;
using Gateway.Edge.Access.Residents;
using Gateway.Edge.Access.Visitors;
using Gateway.Edge.Accounts;
using Gateway.Edge.Commands;
using Gateway.Edge.Console.GateDisplays;
using Gateway.Edge.Passages;
using Gateway.Edge.Tests.Access.Residents;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Gateway.Edge.Tests.Console.Passes;

/// <summary>A resident invites from the page of their pass, the visitor opens the link on another phone, and a gate with a real serial reader decides.</summary>
public sealed partial class VisitPageTests : IAsyncLifetime
{
    private readonly MadeUpFaces _faces = new();
    private Resident _host = null!;
    private SerialPair _line = null!;
    private ConsoleUnderTest _gateway = null!;
    private string _pass = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private IServiceProvider Services => _gateway.App.Services;

    public async ValueTask InitializeAsync()
    {
        _line = await SerialPair.StartAsync(Stop);
        _gateway = await ConsoleUnderTest.StartAsync(
            ConsoleUnderTest.OneGate.Replace(
                "\"door\": {", $$"""
                "reader": { "kind": "serial", "device": "{{_line.Near}}", "reads": "qr" }, "door": {
                """,
                StringComparison.Ordinal),
            services =>
            {
                ResidentsFixture.AddFaces(services, _faces);
                // The gateway has run for long: codes of the step of its start would be old.
                services.AddSingleton(provider => new PassCheck(
                    provider.GetRequiredService<PassBook>(), provider.GetRequiredService<PassSecrets>(), new FakeTimeProvider(TimeProvider.System.GetUtcNow() - TimeSpan.FromMinutes(5))));
                services.PostConfigure<Gateway.Edge.Access.Decisions.AccessOptions>(options => (options.WelcomeFor, options.RefusalFor) = (TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(30)));
            });
        _host = (await Services.GetRequiredService<IResidentDesk>().EnrolAsync(ResidentsFixture.Request(1), Stop)).Resident!;
        using var box = await GatewayApi.OpenAsync(_gateway.Data, Stop);
        _pass = (await box.OrderAsync<IssuedPass>("/api/passes", new PassRequest(_host.Id), Stop)).Page!;
    }

    public async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync();
        await _line.DisposeAsync();
    }

    [Fact(Timeout = 300_000)]
    public async Task Visitor_with_the_code_alone_is_let_in_and_one_whose_invitation_was_cancelled_is_not()
    {
        await using var chromium = await Chromium.StartAsync();
        var resident = await chromium.OpenAsync(390, 844);
        var display = await chromium.OpenAsync(1280, 800);
        var address = new Uri(_gateway.Address, $"/gate/gate-east?key={Services.GetRequiredService<DisplayKeys>().Load("gate-east")}");
        await display.RunAndWaitForRequestAsync(() => display.GotoAsync(address.ToString()), request => request.Url.Contains("/gate/gate-east/stream", StringComparison.Ordinal));

        var link = await InviteAsync(resident, "李雷");
        var visitor = await chromium.OpenAsync(390, 844);
        await visitor.GotoAsync(link);
        await Assertions.Expect(visitor.Locator("h2").First).ToHaveTextAsync("3-1202 王* 邀请您");
        await Assertions.Expect(visitor.Locator("main")).ToContainTextAsync("示例小区");
        Assert.DoesNotContain("王小明", await visitor.ContentAsync(), StringComparison.Ordinal);
        await Assertions.Expect(visitor.Locator(".pass-code svg")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Locator("#give-face")).ToBeHiddenAsync();

        await using var reader = new FileStream(_line.Far, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        await HoldAsync(reader);
        await Assertions.Expect(display.Locator("[data-mood=welcome]")).ToBeVisibleAsync();
        Assert.Equal(1, Assert.Single(Services.GetRequiredService<GrantBook>().Now.All).EntriesUsed);
        await Until(() => Services.GetRequiredService<PassageTimings>().Read().Single(timing => timing.Method == "qr").Count == 1);

        // Another visitor: the code of the first step is used, and another comes after 15 s only.
        link = await InviteAsync(resident, "韩梅梅");
        await visitor.GotoAsync(link);
        await Assertions.Expect(visitor.Locator(".pass-code svg")).ToBeVisibleAsync();
        await resident.ClickAsync("#cancel");
        await Assertions.Expect(resident.Locator("#state")).ToContainTextAsync("已取消");
        await visitor.ReloadAsync();
        await Assertions.Expect(visitor.Locator("main")).ToContainTextAsync("链接已失效");
        Assert.Equal(0, await visitor.Locator(".pass-code").CountAsync());
        await HoldAsync(reader);
        await Assertions.Expect(display.Locator("main")).ToContainTextAsync("授权已被撤销");
    }

    [Fact(Timeout = 300_000)]
    public async Task Visitor_chooses_the_face_is_told_what_is_wrong_with_a_photo_withdraws_it_and_has_everything_deleted()
    {
        await using var chromium = await Chromium.StartAsync();
        var link = await InviteAsync(await chromium.OpenAsync(390, 844), "李雷");
        var visitor = await chromium.OpenAsync(390, 844);
        await visitor.GotoAsync(link);
        await visitor.ClickAsync("#face > summary");
        await visitor.SetInputFilesAsync("#photo", File("wall.jpg", [.. "no face"u8]));
        await visitor.ClickAsync("#give-face");
        await Assertions.Expect(visitor.Locator("#photo-fault")).ToContainTextAsync("需要您本人同意");
        Assert.Equal(0, Templates());

        await visitor.SetInputFilesAsync("#photo", File("wall.jpg", [.. "no face"u8]));
        await visitor.CheckAsync("#agree");
        await visitor.ClickAsync("#give-face");
        await Assertions.Expect(visitor.Locator("#photo-fault")).ToContainTextAsync("照片中没有人脸，请换一张。");
        await visitor.ShootAsync("visit-refused");
        await Accessibility.CheckAsync(visitor);

        await visitor.SetInputFilesAsync("#photo", File("me.jpg", MadeUpFaces.Photo(7)));
        await visitor.CheckAsync("#agree");
        await visitor.ClickAsync("#give-face");
        await Assertions.Expect(visitor.Locator("#face-there")).ToBeVisibleAsync();
        Assert.Equal(1, Templates());
        Assert.NotNull(_faces.Search(MadeUpFaces.Template(7)).Subject);
        await visitor.ShootAsync("visit-face");
        await Accessibility.CheckAsync(visitor);

        await visitor.ClickAsync("#take-face");
        await Assertions.Expect(visitor.Locator("#said")).ToContainTextAsync("人脸已删除");
        Assert.Equal(0, Templates());
        await Assertions.Expect(visitor.Locator(".pass-code svg")).ToBeVisibleAsync();

        await visitor.ClickAsync("#forget > summary");
        await visitor.ClickAsync("#forget-now");
        await Assertions.Expect(visitor.Locator("main")).ToContainTextAsync("已删除");
        await Until(() => !Services.GetRequiredService<GrantBook>().Now.All.Any() && !Services.GetRequiredService<InvitationBook>().All.Any());
        await visitor.GotoAsync(link);
        await Assertions.Expect(visitor.Locator("main")).ToContainTextAsync("链接已失效");
    }

    [Fact(Timeout = 240_000)]
    [Trait("Looks", "pages")]
    public async Task Pages_of_residents_and_visitors_can_be_used_by_everybody_in_both_languages_and_colours()
    {
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.OpenAsync();
        foreach (var look in Looks.All)
        {
            await page.VisitAsync(new Uri(_gateway.Address, $"{_pass}/visitors"), look);
            await page.CheckAsync("invite", look);
            await page.FillAsync("#visits", "0");
            await page.ClickAsync("#send");
            await Assertions.Expect(page.Locator("#fault")).ToBeVisibleAsync();
            await page.CheckAsync("invite-fault", look);
            var link = await InviteAsync(page, "<b>x</b> 一位名字相当长的访客先生从很远的地方来");
            await page.CheckAsync("invitation", look);
            await page.GotoAsync(link);
            await Assertions.Expect(page.Locator("main")).ToContainTextAsync("<b>x</b>");
            await page.CheckAsync("visit", look);
            await page.ClickAsync("#face > summary");
            await page.ClickAsync("#forget > summary");
            await page.CheckAsync("visit-open", look);
            await page.GotoAsync(link[..^1] + "_");
            await page.CheckAsync("visit-over", look);
        }
    }

    [Fact(Timeout = 300_000)]
    [Trait("Looks", "pages")]
    public async Task Staff_gives_a_PIN_invites_for_a_resident_and_sees_how_long_each_method_takes()
    {
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.OpenAsync();
        await page.GotoAsync(new Uri(_gateway.Address, "/sign-in?returnUrl=%2Fpasses").ToString());
        await page.SignInAsync(_gateway, AccountRole.PropertyManager);
        await Assertions.Expect(page.Locator("#timings")).ToBeVisibleAsync();
        foreach (var look in Looks.All)
        {
            await page.VisitAsync(new Uri(_gateway.Address, "/passes?q=1202"), look);
            await Assertions.Expect(page.Locator("#timings tr[data-method=pin]")).ToContainTextAsync(look.Language == "en" ? "none yet" : "暂无");
            await page.CheckAsync("passes", look);
            await page.ClickAsync("#found a");
            await page.ClickAsync("#give-pin");
            await Assertions.Expect(page.Locator("#issued")).ToHaveTextAsync(SixDigits());
            await page.CheckAsync("person", look);
            await page.FillAsync("#name", "韩梅梅");
            await page.ClickAsync("#send");
            await Assertions.Expect(page.Locator("#message")).ToHaveValueAsync(new Regex("/visit/", RegexOptions.None, TimeSpan.FromSeconds(1)));
            await page.CheckAsync("staff-invitation", look);
        }
    }

    [Fact(Timeout = 300_000)]
    public async Task Made_up_links_are_answered_alike_and_too_many_of_them_not_at_all_while_true_ones_go_on()
    {
        var change = await Services.GetRequiredService<InvitationDesk>().InviteAsync(Draft(), "test", Stop);
        using var anyone = new HttpClient { BaseAddress = _gateway.Address };
        HttpStatusCode[] answers = new HttpStatusCode[7];
        foreach (var (index, key) in ((string[])["x", new string('A', 32), change.Key![..^1] + "!", "..%2F..%2Fapi-key", new string('a', 4000), "b", "c"]).Index())
        {
            using var answer = await anyone.GetAsync(new Uri("/visit/" + key, UriKind.Relative), Stop);
            answers[index] = answer.StatusCode;
            Assert.True(answer.Headers.CacheControl?.NoStore);
        }

        Assert.Equal([.. Enumerable.Repeat(HttpStatusCode.Gone, 5), HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests], answers);
        using var shown = await anyone.GetAsync(new Uri(InvitationChange.PageOf(change.Key!), UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
        Assert.True(shown.Headers.CacheControl?.NoStore);
    }

    [Fact(Timeout = 300_000)]
    public async Task Forms_without_their_token_of_strangers_and_of_any_size_do_nothing()
    {
        var change = await Services.GetRequiredService<InvitationDesk>().InviteAsync(Draft(), "test", Stop);
        var visit = InvitationChange.PageOf(change.Key!);
        using var anyone = new HttpClient { BaseAddress = _gateway.Address };
        foreach (var (path, form) in ((string, string)[])[($"{_pass}/visitors", "invite"), (visit, "forget"), (visit, "take"), ($"{_pass}/visitors/{change.Invitation!.Id}", "cancel")])
        {
            using var body = new FormUrlEncodedContent([new("_handler", form)]);
            using var answer = await anyone.PostAsync(new Uri(path, UriKind.Relative), body, Stop);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }

        using var browser = new FormBrowser(_gateway.Address);
        var invite = $"{_pass}/visitors";
        try
        {
            using var huge = await browser.PostAsync(invite, invite, ("_handler", "invite"), ("Form.Name", new string('x', 10_000_000)));
            Assert.InRange((int)huge.StatusCode, 400, 413);
        }
        catch (HttpRequestException)
        {
            // The gateway does not read on, and closes.
        }

        using (var bad = await browser.PostAsync(invite, invite, ("_handler", "invite"), ("Form.Name", "李雷"), ("Form.Until", "2020-01-01T00:00"), ("Form.Visits", "1")))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, bad.StatusCode);
        }

        // A worker's pass, and one that was taken back, invite nobody.
        Assert.Single(Services.GetRequiredService<InvitationViews>().List());
        var worker = Services.GetRequiredService<PassBook>().List(Services.GetRequiredService<GrantBook>().Now.All.Single().Worker).Single();
        var own = $"/pass/{PassAddress.Key(Services.GetRequiredService<PassSecrets>(), worker.Id)}/visitors";
        Assert.Equal(HttpStatusCode.Gone, (await browser.GetAsync(own)).StatusCode);
        Services.GetRequiredService<PassBook>().Revoke(Services.GetRequiredService<PassBook>().List(_host.Id).Single().Id);
        Assert.Equal(HttpStatusCode.Gone, (await browser.GetAsync(invite)).StatusCode);
    }

    [Fact(Timeout = 300_000)]
    public async Task Staff_invite_list_and_cancel_over_the_API_with_faults_at_their_fields()
    {
        using var box = await GatewayApi.OpenAsync(_gateway.Data, Stop);
        var made = await box.OrderAsync<MadeInvitation>("/api/visitors", Draft(), Stop);
        Assert.StartsWith("/visit/", made.Page, StringComparison.Ordinal);
        Assert.Equal(made.Invitation.Id, Assert.Single((await box.GetAsync<List<InvitationView>>($"/api/visitors?host={_host.Id}", Stop))!).Id);
        Assert.NotEqual(made.Page, (await box.OrderAsync<MadeInvitation>($"/api/visitors/{made.Invitation.Id}/link", new { }, Stop)).Page);
        Assert.Null((await box.OrderAsync<MadeInvitation>($"/api/visitors/{made.Invitation.Id}/cancellation", new { }, Stop)).Page);

        var fault = await Assert.ThrowsAsync<CommandFaultException>(() => box.OrderAsync<MadeInvitation>("/api/visitors", Draft() with { Host = Guid.NewGuid() }, Stop));
        Assert.Contains("registered residents", fault.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<CommandFaultException>(() => box.OrderAsync<MadeInvitation>($"/api/visitors/{Guid.NewGuid()}/cancellation", new { }, Stop));
        Assert.Equal(4, (await box.GetAsync<List<PassageTiming>>("/api/passes/timings", Stop))!.Count);
    }

    private static FilePayload File(string name, byte[] bytes) => new() { Name = name, MimeType = "image/jpeg", Buffer = bytes };

    private static async Task Until(Func<bool> condition)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!condition())
        {
            await timer.WaitForNextTickAsync(Stop);
        }
    }

    [GeneratedRegex(@"^\d{6}$", RegexOptions.None, 1000)]
    private static partial Regex SixDigits();

    private InvitationDraft Draft() => new(_host.Id, "李雷", TimeProvider.System.GetUtcNow().AddHours(1));

    private int Templates() => Services.GetRequiredService<GrantBook>().Now.Workers.Sum(worker => worker.Templates);

    // From the page of the pass on; the link that the resident is shown to send.
    private async Task<string> InviteAsync(IPage page, string name)
    {
        await page.GotoAsync(new Uri(_gateway.Address, _pass).ToString());
        await page.ClickAsync("#invite");
        await page.FillAsync("#name", name);
        await page.ClickAsync("#send");
        await Assertions.Expect(page.Locator(".gateway-link-qr svg")).ToBeVisibleAsync();
        var message = await page.InputValueAsync("#message");
        return message[message.IndexOf("http", StringComparison.Ordinal)..];
    }

    // What the phone of the visitor who was invited last shows, as the reader types it.
    private async Task HoldAsync(FileStream reader)
    {
        var pass = Services.GetRequiredService<InvitationBook>().All.MaxBy(invitation => invitation.Made)!.Pass;
        var code = PassCode.Write(Services.GetRequiredService<PassSecrets>(), pass, TimeProvider.System.GetUtcNow());
        await reader.WriteAsync(Encoding.ASCII.GetBytes(code + "\r\n"), Stop);
    }
}
