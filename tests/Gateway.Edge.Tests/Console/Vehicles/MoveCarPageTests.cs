using System.Net;
using EdgeGateway.Testing.Browser;
using Gateway.Edge.Access.Vehicles;
using Gateway.Edge.Access.Vehicles.MoveCar;
using Gateway.Edge.Access.Vehicles.Registry;
using Gateway.Edge.Journal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Gateway.Edge.Tests.Console.Vehicles;

/// <summary>What people on site, owners and guards do about a car in the way.</summary>
public sealed class MoveCarPageTests : IAsyncLifetime
{
    private ConsoleUnderTest _gateway = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _gateway = await ConsoleUnderTest.StartAsync();

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact(Timeout = 120_000)]
    public async Task Anybody_asks_on_the_phone_and_the_guard_sees_it_with_masked_numbers()
    {
        await AddOwnerAsync();
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.OpenAsync(390, 844);
        await page.GotoAsync(new Uri(_gateway.Address, "/move-car").ToString());
        foreach (var key in "京A12345")
        {
            await page.ClickAsync($".gateway-key[data-key='{key}']");
        }

        await page.ClickAsync("label[for=pick-1]");
        await page.FillAsync("#phone", "13900000002");
        await page.ClickAsync("#send");
        await Assertions.Expect(page.Locator("#progress")).ToContainTextAsync("已收到");

        using var browser = await SignedInAsync();
        var list = await HtmlAsync(browser, "/parking");
        Assert.Contains("京A·12345", list, StringComparison.Ordinal);
        Assert.Contains("挡住出入口", list, StringComparison.Ordinal);
        var notice = Assert.Single(await Desk.ListAsync(pendingOnly: true, Token));
        var detail = await HtmlAsync(browser, $"/parking/notices/{notice.Id}");
        Assert.DoesNotContain("13900000002", detail, StringComparison.Ordinal);
        Assert.DoesNotContain("13812345678", detail, StringComparison.Ordinal);
        Assert.Contains("138****5678", detail, StringComparison.Ordinal);

        using var shown = await browser.PostAsync($"/parking/notices/{notice.Id}", $"/parking/notices/{notice.Id}", ("_handler", "owner"));
        Assert.Contains("13812345678", await shown.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        using var again = await browser.PostAsync($"/parking/notices/{notice.Id}", $"/parking/notices/{notice.Id}", ("_handler", "owner"));
        Assert.DoesNotContain("13812345678", await again.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        using var closed = await browser.PostAsync($"/parking/notices/{notice.Id}", $"/parking/notices/{notice.Id}", ("_handler", "close"));
        Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
        Assert.Empty(await Desk.ListAsync(pendingOnly: true, Token));
        await Assertions.Expect(page.Locator("#progress")).ToContainTextAsync("门岗已处理");
    }

    [Fact(Timeout = 120_000)]
    public async Task Answer_is_the_same_for_a_plate_that_is_registered_and_one_that_is_not()
    {
        await AddOwnerAsync();
        using var browser = new FormBrowser(_gateway.Address);
        var answers = new List<string>();
        foreach (var plate in (string[])["京A12345", "京A54321"])
        {
            using var asked = await browser.PostAsync("/move-car", "/move-car", ("_handler", "ask"), ("Form.Plate", plate));
            Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
            var path = asked.Headers.Location!.IsAbsoluteUri ? asked.Headers.Location.PathAndQuery : asked.Headers.Location.ToString();
            var html = await HtmlAsync(browser, path);
            Assert.DoesNotContain("王磊", html, StringComparison.Ordinal);
            Assert.DoesNotContain("3-1202", html, StringComparison.Ordinal);
            answers.Add(html[html.IndexOf("<main", StringComparison.Ordinal)..].Replace(path, "", StringComparison.Ordinal));
        }

        Assert.Equal(answers[0], answers[1]);
    }

    [Fact(Timeout = 120_000)]
    public async Task Who_asks_too_often_waits_and_what_is_no_plate_is_said_at_the_field()
    {
        using var browser = new FormBrowser(_gateway.Address);
        using (var wrong = await browser.PostAsync("/move-car", "/move-car", ("_handler", "ask"), ("Form.Plate", "京A1")))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
            Assert.Matches("id=\"plate-fault\"[^>]*><svg", await wrong.Content.ReadAsStringAsync(Token));
        }

        for (var number = 0; number < 20; number++)
        {
            using var asked = await browser.PostAsync("/move-car", "/move-car", ("_handler", "ask"), ("Form.Plate", $"京A1234{number % 10}"));
            if (asked.StatusCode == HttpStatusCode.TooManyRequests)
            {
                Assert.True(asked.Headers.RetryAfter?.Delta > TimeSpan.Zero);
                return;
            }
        }

        Assert.Fail("Nobody was asked to wait.");
    }

    [Fact(Timeout = 120_000)]
    public async Task Public_forms_need_their_token_and_small_bodies()
    {
        using var browser = new FormBrowser(_gateway.Address);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/move-car") { Content = new FormUrlEncodedContent([new("_handler", "ask"), new("Form.Plate", "京A12345")]) };
        using var forged = await browser.SendAsync(request);
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        using var huge = await browser.PostAsync("/move-car", "/move-car", ("_handler", "ask"), ("Form.Plate", new string('京', 20_000)));
        Assert.True(huge.StatusCode is HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.BadRequest, huge.StatusCode.ToString());
        Assert.Empty(await Desk.ListAsync(pendingOnly: false, Token));
    }

    [Theory(Timeout = 120_000)]
    [InlineData("/move-car/status/nothing")]
    [InlineData("/move-car/answer/nothing")]
    public async Task Keys_that_are_wrong_or_over_say_so_and_nothing_else(string path)
    {
        using var browser = new FormBrowser(_gateway.Address);
        using var answer = await browser.GetAsync(path);
        var html = await answer.Content.ReadAsStringAsync(Token);
        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
        Assert.Contains("station-empty-title", html, StringComparison.Ordinal);
        Assert.DoesNotContain("示例小区", html, StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task Owner_answers_once_behind_the_link()
    {
        var made = new MadeUpVehicles { Question = new MoveCarQuestion(MadeUpVehicles.Plate("粤B12345"), MadeUpVehicles.Now, "<b>挡住</b>出入口", "139****0002", null) };
        await using var gateway = await ConsoleUnderTest.StartAsync(services: made.Replace);
        using var browser = new FormBrowser(gateway.Address);
        var html = await HtmlAsync(browser, "/move-car/answer/once");
        Assert.Contains("&lt;b&gt;挡住&lt;/b&gt;", html, StringComparison.Ordinal);
        Assert.Empty(made.Deeds);

        using var nonsense = await browser.PostAsync("/move-car/answer/once", "/move-car/answer/once", ("_handler", "answer"), ("Form.Answer", "999"));
        Assert.Empty(made.Deeds);
        using var answered = await browser.PostAsync("/move-car/answer/once", "/move-car/answer/once", ("_handler", "answer"), ("Form.Answer", "10"));
        Assert.Contains("已收到，谢谢", await answered.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.Equal(["answer 10 False"], made.Deeds);
    }

    [Fact(Timeout = 120_000)]
    public async Task Journal_that_is_away_is_told_plainly_and_the_guard_is_named()
    {
        var made = new MadeUpVehicles { Fault = new JournalUnavailableException("the disk is full") };
        await using var gateway = await ConsoleUnderTest.StartAsync(services: made.Replace);
        using var browser = new FormBrowser(gateway.Address);
        using var asked = await browser.PostAsync("/move-car", "/move-car", ("_handler", "ask"), ("Form.Plate", "京A12345"));
        var html = await asked.Content.ReadAsStringAsync(Token);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, asked.StatusCode);
        Assert.Contains("请直接联系保安", html, StringComparison.Ordinal);
        Assert.DoesNotContain("the disk is full", html, StringComparison.Ordinal);

        await browser.SignInAsync(gateway);
        foreach (var path in (string[])["/vehicles", "/parking", "/vehicle-history?show=inside"])
        {
            using var page = await browser.GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
            Assert.Contains("the disk is full", await page.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        }

        using var barriers = await browser.GetAsync("/barriers");
        Assert.Equal(HttpStatusCode.OK, barriers.StatusCode);
        using var saved = await browser.PostAsync(
            "/vehicles/new", "/vehicles/new", ("_handler", "vehicle"), ("Form.Standing", "Resident"), ("Form.Plate", "京A12345"), ("Form.Owner", "a"), ("Form.Unit", "1"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, saved.StatusCode);
    }

    private IMoveCarDesk Desk => _gateway.App.Services.GetRequiredService<IMoveCarDesk>();

    private static async Task<string> HtmlAsync(FormBrowser browser, string path)
    {
        using var answer = await browser.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Token);
    }

    private Task<VehicleChange> AddOwnerAsync() => _gateway.App.Services.GetRequiredService<IVehicleDesk>()
        .AddAsync(new VehicleDraft("京A12345", VehicleStanding.Resident, "王磊", "3-1202", "13812345678"), "test", Token);

    private async Task<FormBrowser> SignedInAsync()
    {
        var browser = new FormBrowser(_gateway.Address);
        await browser.SignInAsync(_gateway);
        return browser;
    }
}
