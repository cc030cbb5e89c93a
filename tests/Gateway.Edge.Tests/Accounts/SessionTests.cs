using System.Net;
using System.Text.RegularExpressions;
using EdgeGateway.Testing;
using EdgeGateway.Testing.Browser;
using Gateway.Edge.Accounts;
using Gateway.Edge.Accounts.Sessions;
using Gateway.Edge.Tests.Console;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Edge.Tests.Accounts;

public sealed partial class SessionTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new();
    private ConsoleUnderTest _gateway = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private IAccountDesk Desk => _gateway.App.Services.GetRequiredService<IAccountDesk>();

    public async ValueTask InitializeAsync() => _gateway = await ConsoleUnderTest.StartAsync(services: services => services.AddSingleton(new StepUps(_time)).AddSingleton(new ConfirmTries(_time)));

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Theory(Timeout = 60_000)]
    [InlineData("disable")]
    [InlineData("role")]
    [InlineData("reset")]
    [InlineData("end")]
    public async Task Session_ends_with_the_account_its_role_or_its_password(string deed)
    {
        using var browser = await SignedInAsync(AccountRole.Guard);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(browser, "/"));

        _ = deed switch
        {
            "disable" => await Desk.SetEnabledAsync("guard", enabled: false, "test", Token),
            "role" => await Desk.SetRoleAsync("guard", AccountRole.Auditor, "test", Token),
            "reset" => await Desk.ResetPasswordAsync("guard", "test", Token),
            _ => await Desk.EndSessionsAsync("guard", "test", Token),
        };

        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(browser, "/"));
    }

    [Fact(Timeout = 60_000)]
    public async Task Open_live_view_ends_when_the_account_is_disabled()
    {
        using var browser = await SignedInAsync(AccountRole.Guard);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/live/stream");
        using var answer = await browser.OpenAsync(request);
        await using var stream = await answer.Content.ReadAsStreamAsync(Token);
        var buffer = new byte[4096];
        Assert.True(await stream.ReadAsync(buffer, Token) > 0);

        await Desk.SetEnabledAsync("guard", enabled: false, "test", Token);

        await EndAsync(stream);

        using var again = new HttpRequestMessage(HttpMethod.Get, "/live/alive") { Headers = { { "Accept", "*/*" } } };
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.SendAsync(again)).StatusCode);
    }

    [Fact(Timeout = 60_000)]
    public async Task Kept_cookie_is_refused_after_the_sign_out_and_other_sessions_go_on()
    {
        using var browser = await SignedInAsync(AccountRole.Administrator);
        using var elsewhere = await SignedInAsync(AccountRole.Administrator);
        using var copy = new FormBrowser(_gateway.Address);
        copy.Cookies.Add(browser.Cookies.GetCookies(_gateway.Address));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(copy, "/vehicles/export.csv"));

        (await browser.PostAsync("/", "/sign-out")).Dispose();

        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(copy, "/"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(elsewhere, "/vehicles/export.csv"));
    }

    [Fact(Timeout = 60_000)]
    public async Task Open_live_view_ends_with_the_sign_out()
    {
        using var browser = await SignedInAsync(AccountRole.Guard);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/live/stream");
        using var answer = await browser.OpenAsync(request);
        await using var stream = await answer.Content.ReadAsStreamAsync(Token);
        Assert.True(await stream.ReadAsync(new byte[4096], Token) > 0);

        (await browser.PostAsync("/", "/sign-out")).Dispose();

        await EndAsync(stream);
    }

    [Fact(Timeout = 60_000)]
    public async Task First_password_opens_nothing_but_the_page_that_changes_it()
    {
        var file = Path.Combine(_gateway.Data, FirstAccount.FileName);
        var password = (await File.ReadAllTextAsync(file, Token)).Trim();
        using var browser = new FormBrowser(_gateway.Address);
        (await browser.SignInAsync("Admin", password)).Dispose();

        foreach (var path in (string[])["/", "/accounts", "/account", "/vehicles/export.csv", "/audit"])
        {
            using var sent = await browser.GetAsync(path);
            Assert.Equal("/account/password", sent.Headers.Location?.OriginalString);
        }

        using var live = new HttpRequestMessage(HttpMethod.Get, "/live/stream") { Headers = { { "Accept", "text/event-stream" } } };
        using var refused = await browser.OpenAsync(live);
        Assert.NotEqual(HttpStatusCode.OK, refused.StatusCode);

        Assert.Contains("新密码须为", await ChangeAsync(browser, password, "short"), StringComparison.Ordinal);
        Assert.Contains("新密码须为", await ChangeAsync(browser, password, "aaaaaaaaaaaaaaaa"), StringComparison.Ordinal);
        Assert.Contains("新密码须为", await ChangeAsync(browser, password, "my-admin-password"), StringComparison.Ordinal);
        Assert.Contains("与现在的密码相同", await ChangeAsync(browser, password, password), StringComparison.Ordinal);
        Assert.Contains("当前密码不正确", await ChangeAsync(browser, "wrong", "a new long pass"), StringComparison.Ordinal);
        Assert.True(File.Exists(file));
        Assert.Contains("密码已修改", await ChangeAsync(browser, password, "a new long pass"), StringComparison.Ordinal);

        Assert.False(File.Exists(file));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(browser, "/accounts"));
        using var old = new FormBrowser(_gateway.Address);
        (await old.SignInAsync("admin", password)).Dispose();
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(old, "/"));
    }

    [Fact(Timeout = 60_000)]
    public async Task Changed_password_ends_every_other_session_of_the_account()
    {
        using var here = await SignedInAsync(AccountRole.Guard);
        using var elsewhere = await SignedInAsync(AccountRole.Guard);

        Assert.Contains("密码已修改", await ChangeAsync(here, ConsoleUnderTest.Password, "a new long pass"), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(here, "/"));
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(elsewhere, "/"));
    }

    [Fact(Timeout = 60_000)]
    public async Task Second_factor_is_set_up_asked_for_and_taken_once()
    {
        using var browser = await SignedInAsync(AccountRole.Guard);
        using var begun = await browser.PostAsync("/account", "/account", ("_handler", "factor"), ("Factor.Deed", "begin"));
        var html = await begun.Content.ReadAsStringAsync(Token);
        Assert.Contains("otpauth://totp/EdgeGateway:guard?secret=", html, StringComparison.Ordinal);
        Assert.Contains("class=\"gateway-qr\"", html, StringComparison.Ordinal);
        var secret = Secret().Match(html).Groups["secret"].Value;
        using var on = await browser.PostAsync("/account", "/account", ("_handler", "factor"), ("Factor.Deed", "on"), ("Factor.Code", TestCodes.Now(secret)));
        Assert.Contains("id=\"recovery-codes\"", await on.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(browser, "/"));

        using var another = new FormBrowser(_gateway.Address);
        using var asked = await another.SignInAsync("guard", ConsoleUnderTest.Password);
        var form = await asked.Content.ReadAsStringAsync(Token);
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(another, "/"));
        var ticket = Regex.Match(form, "name=\"Code.Ticket\" value=\"(?<ticket>[^\"]+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["ticket"].Value;
        Assert.Contains("验证码不正确", await CodeAsync(another, ticket, "000000"), StringComparison.Ordinal);
        Assert.Contains("请重新登录", await CodeAsync(another, "forged", TestCodes.Now(secret)), StringComparison.Ordinal);
        await CodeAsync(another, ticket, TestCodes.Next(secret));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(another, "/"));
    }

    [Fact(Timeout = 60_000)]
    public async Task Password_is_changed_with_the_password_and_not_with_a_code()
    {
        using var browser = await SignedInAsync(AccountRole.Guard);
        using var begun = await browser.PostAsync("/account", "/account", ("_handler", "factor"), ("Factor.Deed", "begin"));
        var secret = Secret().Match(await begun.Content.ReadAsStringAsync(Token)).Groups["secret"].Value;
        (await browser.PostAsync("/account", "/account", ("_handler", "factor"), ("Factor.Deed", "on"), ("Factor.Code", TestCodes.Now(secret)))).Dispose();

        Assert.Contains("当前密码不正确", await ChangeAsync(browser, TestCodes.Next(secret), "a new long pass"), StringComparison.Ordinal);

        Assert.Contains("密码已修改", await ChangeAsync(browser, ConsoleUnderTest.Password, "a new long pass"), StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Export_asks_who_is_there_where_that_was_not_asked_in_the_last_five_minutes()
    {
        using var browser = await SignedInAsync(AccountRole.Administrator);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(browser, "/vehicles/export.csv"));

        _time.Advance(StepUps.Counts);
        using var asked = await browser.GetAsync("/vehicle-history/export.csv?plate=A1");
        Assert.Equal("/confirm?returnUrl=%2Fvehicle-history%3Fplate%3DA1", asked.Headers.Location?.OriginalString);
        using var wrong = await browser.PostAsync("/confirm", "/confirm", ("_handler", "confirm"), ("Form.Proof", "wrong"));
        Assert.Contains("不正确", await wrong.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(browser, "/vehicles/export.csv"));

        using var right = await browser.PostAsync("/confirm?returnUrl=%2Fvehicles", "/confirm?returnUrl=%2Fvehicles", ("_handler", "confirm"), ("Form.Proof", ConsoleUnderTest.Password));
        Assert.EndsWith("/vehicles", right.Headers.Location?.OriginalString, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(browser, "/vehicles/export.csv"));
    }

    [Fact(Timeout = 60_000)]
    public async Task Session_confirms_though_others_have_locked_its_account_and_address()
    {
        using var browser = await SignedInAsync(AccountRole.Administrator);
        _time.Advance(StepUps.Counts);
        using var stranger = new FormBrowser(_gateway.Address);
        for (var attempt = 0; attempt < Credentials.MostTries; attempt++)
        {
            (await stranger.SignInAsync("administrator", "wrong")).Dispose();
        }

        Assert.NotNull(_gateway.App.Services.GetRequiredService<AccountBook>().Named("administrator")!.LockedUntil);
        using var confirmed = await browser.PostAsync("/confirm", "/confirm", ("_handler", "confirm"), ("Form.Proof", ConsoleUnderTest.Password));

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(browser, "/vehicles/export.csv"));
    }

    [Fact(Timeout = 60_000)]
    public async Task Fifth_wrong_confirmation_of_a_session_brings_a_pause_to_it_alone()
    {
        using var browser = await SignedInAsync(AccountRole.Administrator);
        using var other = await SignedInAsync(AccountRole.Administrator);
        _time.Advance(StepUps.Counts);
        for (var attempt = 0; attempt < Credentials.MostTries; attempt++)
        {
            Assert.NotEqual(HttpStatusCode.TooManyRequests, await ConfirmAsync(browser, "wrong"));
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, await ConfirmAsync(browser, ConsoleUnderTest.Password));
        await ConfirmAsync(other, ConsoleUnderTest.Password);

        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(browser, "/vehicles/export.csv"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(other, "/vehicles/export.csv"));
        _time.Advance(Credentials.Lockout);
        await ConfirmAsync(browser, ConsoleUnderTest.Password);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(browser, "/vehicles/export.csv"));
    }

    [Theory(Timeout = 60_000)]
    [InlineData("//evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("/\\evil.example")]
    public async Task Confirmation_leads_only_to_this_gateway(string returnUrl)
    {
        using var browser = await SignedInAsync(AccountRole.Guard);
        var path = "/confirm?returnUrl=" + Uri.EscapeDataString(returnUrl);

        using var answer = await browser.PostAsync(path, path, ("_handler", "confirm"), ("Form.Proof", ConsoleUnderTest.Password));

        Assert.Equal(new Uri(_gateway.Address, "/"), new Uri(_gateway.Address, answer.Headers.Location!));
    }

    [Fact(Timeout = 60_000)]
    public async Task Confirmation_of_one_session_is_none_of_another()
    {
        using var browser = await SignedInAsync(AccountRole.Administrator);
        using var other = await SignedInAsync(AccountRole.Administrator);
        _time.Advance(StepUps.Counts);
        (await other.PostAsync("/confirm", "/confirm", ("_handler", "confirm"), ("Form.Proof", ConsoleUnderTest.Password))).Dispose();

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(other, "/vehicles/export.csv"));
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(browser, "/vehicles/export.csv"));
    }

    [GeneratedRegex("id=\"secret\">(?<secret>[A-Z2-7 ]+)<", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Secret();

    // Ends of itself, or the test's time runs out.
    private static async Task EndAsync(Stream stream)
    {
        var buffer = new byte[4096];
        try
        {
            while (await stream.ReadAsync(buffer, Token) > 0)
            {
            }
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            // Cut off is ended, too.
        }
    }

    private static async Task<HttpStatusCode> ConfirmAsync(FormBrowser browser, string proof)
    {
        using var answer = await browser.PostAsync("/confirm", "/confirm", ("_handler", "confirm"), ("Form.Proof", proof));
        return answer.StatusCode;
    }

    private static async Task<string> ChangeAsync(FormBrowser browser, string current, string chosen)
    {
        using var answer = await browser.PostAsync(
            "/account/password", "/account/password", ("_handler", "password"), ("Form.Current", current), ("Form.Chosen", chosen), ("Form.Repeat", chosen));
        return await answer.Content.ReadAsStringAsync(Token);
    }

    private static async Task<string> CodeAsync(FormBrowser browser, string ticket, string code)
    {
        using var answer = await browser.PostAsync("/sign-in", "/sign-in", ("_handler", "code"), ("Code.Ticket", ticket), ("Code.Digits", code));
        return await answer.Content.ReadAsStringAsync(Token);
    }

    private static async Task<HttpStatusCode> StatusAsync(FormBrowser browser, string path)
    {
        using var answer = await browser.GetAsync(path);
        return answer.StatusCode;
    }

    private async Task<FormBrowser> SignedInAsync(AccountRole role)
    {
        var browser = new FormBrowser(_gateway.Address);
        (await browser.SignInAsync(_gateway, role: role)).Dispose();
        return browser;
    }
}
