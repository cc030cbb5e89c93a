using System.Net;
using EdgeGateway.Testing;
using EdgeGateway.Testing.Browser;
using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Access.Vehicles;
using Gateway.Edge.Access.Vehicles.Registry;
using Gateway.Edge.Accounts.Sessions;
using Gateway.Edge.Journal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Gateway.Edge.Tests.Console.Vehicles;

/// <summary>What property staff do with vehicles on the page, on the registry itself.</summary>
public sealed class VehiclesPageTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new();
    private ConsoleUnderTest _gateway = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private IVehicleDesk Desk => _gateway.App.Services.GetRequiredService<IVehicleDesk>();

    public async ValueTask InitializeAsync() => _gateway = await ConsoleUnderTest.StartAsync(services: services => services.AddSingleton(new StepUps(_time)));

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact(Timeout = 120_000)]
    public async Task Visitor_s_car_is_added_by_keyboard_alone_in_few_steps()
    {
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.SignedInAsync(_gateway, "/vehicles");
        var steps = 0;
        async Task PressAsync(string key)
        {
            steps++;
            await page.Keyboard.PressAsync(key);
        }

        async Task TypeAsync(string text)
        {
            steps++;
            await page.Keyboard.InsertTextAsync(text);
        }

        await PressAsync("n");
        await Assertions.Expect(page.Locator("#plate")).ToBeFocusedAsync();
        await TypeAsync("京A12345");
        await PressAsync("Tab");
        await PressAsync("Tab");
        await Assertions.Expect(page.Locator("#host")).ToBeFocusedAsync();
        await TypeAsync("3-1202");
        await PressAsync("Enter");

        await Assertions.Expect(page.Locator("#said")).ToContainTextAsync("已登记 京A·12345");
        Assert.True(steps <= 6, $"It took {steps} steps.");
        var vehicle = Assert.Single(await Desk.ListAsync(new VehicleFilter(), Token));
        Assert.Equal((VehicleStanding.Visitor, 1, "3-1202"), (vehicle.Standing, vehicle.EntriesLeft, vehicle.Grant!.Host));
        Assert.InRange(vehicle.Until!.Value, TimeProvider.System.GetUtcNow(), TimeProvider.System.GetUtcNow().AddDays(1));
        Assert.Contains("administrator", vehicle.EnteredBy, StringComparison.Ordinal);
        Assert.Contains(await RecordsAsync(), record => record.Contains("administrator", StringComparison.Ordinal));
    }

    [Fact(Timeout = 120_000)]
    public async Task Plate_is_typed_on_keys_that_fit_where_the_next_character_stands()
    {
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.SignedInAsync(_gateway, "/vehicles/new", 390, 844);
        await Assertions.Expect(page.Locator(".gateway-keys")).ToBeHiddenAsync();
        await page.ClickAsync(".gateway-keys-toggle");
        await Assertions.Expect(page.Locator(".gateway-keys")).ToHaveAttributeAsync("data-keys", "provinces");
        await page.ClickAsync("[data-key='粤']");
        await Assertions.Expect(page.Locator("[data-key='O']")).ToBeVisibleAsync();
        await page.ClickAsync("[data-key='B']");
        await Assertions.Expect(page.Locator("[data-key='O']")).ToHaveCountAsync(0);
        foreach (var key in "D1234")
        {
            await page.ClickAsync($".gateway-key[data-key='{key}']");
        }

        await page.ClickAsync("[data-key='5']");
        await page.ClickAsync("[data-key='6']");
        await Assertions.Expect(page.Locator("#plate")).ToHaveValueAsync("粤BD12345");
        await page.ClickAsync("[data-key='back']");
        await Assertions.Expect(page.Locator("#plate")).ToHaveValueAsync("粤BD1234");
        await page.Locator("[data-key='0']").FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(page.Locator("[data-key='1']")).ToBeFocusedAsync();
    }

    [Fact(Timeout = 120_000)]
    public async Task Faults_stand_at_their_fields_and_what_was_typed_stays()
    {
        using var browser = await SignedInAsync();
        using var refused = await browser.PostAsync(
            "/vehicles/new", "/vehicles/new", ("_handler", "vehicle"), ("Form.Standing", "Resident"), ("Form.Plate", "京A12"), ("Form.Owner", "赵<b>六"), ("Form.PaidMinutes", "soon"));
        var html = await refused.Content.ReadAsStringAsync(Token);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("请填写整数", html, StringComparison.Ordinal);
        Assert.Contains("赵&lt;b&gt;六", html, StringComparison.Ordinal);

        using var again = await browser.PostAsync(
            "/vehicles/new", "/vehicles/new", ("_handler", "vehicle"), ("Form.Standing", "Resident"), ("Form.Plate", "京A12"), ("Form.Owner", "赵六"));
        html = await again.Content.ReadAsStringAsync(Token);
        Assert.Matches("id=\"plate-fault\"[^>]*><svg", html);
        Assert.Matches("id=\"unit-fault\"[^>]*><svg", html);
        Assert.Contains("aria-invalid=\"true\"", html, StringComparison.Ordinal);
        Assert.Empty(await Desk.ListAsync(new VehicleFilter(), Token));
    }

    [Fact(Timeout = 120_000)]
    public async Task Plate_that_is_registered_already_leads_to_its_vehicle()
    {
        var known = await AddAsync("京A12345");
        using var browser = await SignedInAsync();
        using var refused = await browser.PostAsync(
            "/vehicles/new", "/vehicles/new", ("_handler", "vehicle"), ("Form.Standing", "Resident"), ("Form.Plate", "京a·12345"), ("Form.Owner", "赵六"), ("Form.Unit", "1-1"));

        Assert.Contains($"/vehicles/{known}", await refused.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task Vehicle_is_changed_denied_and_removed_and_each_is_on_record()
    {
        var id = await AddAsync("京A12345");
        using var browser = await SignedInAsync();
        using var changed = await browser.PostAsync(
            $"/vehicles/{id}", $"/vehicles/{id}", ("_handler", "vehicle"), ("Form.Standing", "Resident"), ("Form.Plate", "京A12345"), ("Form.Owner", "钱七"), ("Form.Unit", "2-0101"));
        Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        Assert.Equal(("钱七", "2-0101"), ((await Desk.ShowAsync(id, Token))!.Owner, (await Desk.ShowAsync(id, Token))!.Unit));

        using var unsaid = await browser.PostAsync($"/vehicles/{id}", $"/vehicles/{id}", ("_handler", "vehicle"), ("Form.Standing", "Denied"), ("Form.Plate", "京A12345"));
        Assert.Matches("id=\"deny-reason-fault\"[^>]*><svg", await unsaid.Content.ReadAsStringAsync(Token));
        using var denied = await browser.PostAsync(
            $"/vehicles/{id}", $"/vehicles/{id}", ("_handler", "vehicle"), ("Form.Standing", "Denied"), ("Form.Plate", "京A12345"), ("Form.DenyReason", "多次占用消防通道"));
        Assert.Contains("done=denied", denied.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(VehicleStanding.Denied, Assert.Single(await Desk.ListAsync(new VehicleFilter(), Token)).Standing);

        using var removed = await browser.PostAsync($"/vehicles/{id}", $"/vehicles/{id}", ("_handler", "remove"));
        Assert.Contains("done=removed", removed.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Empty(await Desk.ListAsync(new VehicleFilter(), Token));
        Assert.True((await RecordsAsync()).Count >= 4);
    }

    [Fact(Timeout = 120_000)]
    public async Task Whole_number_shows_only_on_asking_and_asking_is_on_record()
    {
        var id = await AddAsync("京A12345", phone: "13812345678");
        using var browser = await SignedInAsync();
        using var page = await browser.GetAsync($"/vehicles/{id}");
        Assert.DoesNotContain("13812345678", await page.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        var before = (await RecordsAsync()).Count;

        using var shown = await browser.PostAsync($"/vehicles/{id}", $"/vehicles/{id}", ("_handler", "phone"));

        Assert.Contains("13812345678", await shown.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.Equal(before + 1, (await RecordsAsync()).Count);
    }

    [Theory(Timeout = 120_000)]
    [InlineData("remove")]
    [InlineData("phone")]
    public async Task Erasing_and_whole_numbers_ask_who_is_there_where_that_was_not_asked_in_the_last_five_minutes(string form)
    {
        var id = await AddAsync("京A12345", phone: "13812345678");
        using var browser = await SignedInAsync();
        _time.Advance(StepUps.Counts);
        var before = (await RecordsAsync()).Count;

        using var asked = await browser.PostAsync($"/vehicles/{id}", $"/vehicles/{id}", ("_handler", form));

        Assert.Contains($"/confirm?returnUrl=%2Fvehicles%2F{id}", asked.Headers.Location?.OriginalString, StringComparison.Ordinal);
        Assert.Equal("13812345678", await Desk.RevealPhoneAsync(id, "test", Token));
        Assert.Equal(before + 1, (await RecordsAsync()).Count);
    }

    [Fact(Timeout = 120_000)]
    public async Task Hostile_names_and_notes_are_text_and_never_markup()
    {
        const string Hostile = "<img src=x onerror=window.hacked=1>";
        await Desk.AddAsync(new VehicleDraft("京A12345", VehicleStanding.Resident, Hostile, "<b>1", Note: "\"><script>window.hacked=1</script>"), "test", Token);
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.SignedInAsync(_gateway, "/vehicles");

        await Assertions.Expect(page.Locator("#list")).ToContainTextAsync(Hostile);
        Assert.Equal(0, await page.Locator("#list img, #list script").CountAsync());
        await page.ClickAsync("#list a.btn");
        await Assertions.Expect(page.Locator("#owner")).ToHaveValueAsync(Hostile);
        Assert.Null(await page.EvaluateAsync<object?>("window.hacked"));
    }

    [Fact(Timeout = 300_000)]
    public async Task Ten_thousand_vehicles_are_paged_and_found_by_part_of_a_plate()
    {
        var rows = Enumerable.Range(0, 10_000).Select(number => $"京A{number:D5},住户,住户{number},1-{number},,,,,,,,");
        var header = System.Text.Encoding.UTF8.GetString(await Desk.ExportAsync(withPhones: false, "test", Token)).Trim('\uFEFF', '\r', '\n');
        var columns = header.Split(',').Length;
        var file = header + "\r\n" + string.Join("\r\n", rows.Select(row => string.Join(',', row.Split(',').Take(columns).Concat(Enumerable.Repeat("", Math.Max(0, columns - row.Split(',').Length)))))) + "\r\n";
        var report = await Desk.ImportAsync(System.Text.Encoding.UTF8.GetBytes(file), dryRun: false, "test", Token);
        Assert.True(report.Done, report.Faults.Count > 0 ? $"{header}: {report.Faults[0]}" : "");
        using var browser = await SignedInAsync();

        var first = await HtmlAsync(browser, "/vehicles");
        Assert.Equal(50, Count(first, "class=\"gateway-vehicle\""));
        Assert.Contains("rel=\"next\" href=\"/vehicles?page=2\"", first, StringComparison.Ordinal);
        Assert.InRange(first.Length, 1, 200_000);
        var last = await HtmlAsync(browser, "/vehicles?page=200");
        Assert.Equal(50, Count(last, "class=\"gateway-vehicle\""));
        Assert.DoesNotContain("rel=\"next\"", last, StringComparison.Ordinal);
        Assert.Equal(1, Count(await HtmlAsync(browser, "/vehicles?q=09876"), "class=\"gateway-vehicle\""));
        Assert.Contains("没有找到", await HtmlAsync(browser, "/vehicles?page=9999999999&standing=denied&q=%F0%9F%9A%97"), StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task Search_answers_while_typing_and_keeps_the_standing()
    {
        await AddAsync("京A12345");
        await Desk.AddAsync(new VehicleDraft("沪B55555", VehicleStanding.Visitor, "李娜", Until: TimeProvider.System.GetUtcNow().AddHours(2), Host: "1-1"), "test", Token);
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.SignedInAsync(_gateway, "/vehicles");
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("555");
        await Assertions.Expect(page.Locator("#list li")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("#list .gateway-plate")).ToHaveAttributeAsync("data-ground", "blue");
        await page.ClickAsync(".gateway-tab >> nth=1");
        await Assertions.Expect(page.Locator("#list")).ToContainTextAsync("没有找到");
    }

    [Theory(Timeout = 120_000)]
    [InlineData("/vehicles/new", "vehicle")]
    [InlineData("/vehicles/import", "preview")]
    [InlineData("/parking/reports/new", "report")]
    public async Task Form_without_its_token_or_without_sign_in_is_refused(string path, string handler)
    {
        using var stranger = new FormBrowser(_gateway.Address);
        using var unknown = await stranger.PostAsync("/sign-in", path, ("_handler", handler));
        Assert.NotEqual(HttpStatusCode.OK, unknown.StatusCode);

        using var browser = await SignedInAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent([new("_handler", handler), new("Form.Plate", "京A12345"), new("Form.Standing", "Denied"), new("Form.DenyReason", "x")]) };
        using var forged = await browser.SendAsync(request);
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        Assert.Empty(await Desk.ListAsync(new VehicleFilter(), Token));
    }

    [Theory(Timeout = 120_000)]
    [InlineData("/vehicles")]
    [InlineData("/vehicles/export.csv")]
    [InlineData("/barriers")]
    [InlineData("/vehicle-history")]
    [InlineData("/vehicle-history/export.csv")]
    [InlineData("/parking")]
    [InlineData("/live/barriers")]
    [InlineData("/barriers/pictures/0123456789abcdef0123456789abcdef.jpg")]
    [InlineData("/vehicle-history/pictures/1.jpg")]
    public async Task Nothing_shows_without_sign_in(string path)
    {
        using var stranger = new FormBrowser(_gateway.Address);
        using var answer = await stranger.GetAsync(path);
        Assert.Equal((HttpStatusCode.Redirect, true), (answer.StatusCode, answer.Headers.Location?.ToString().Contains("/sign-in", StringComparison.Ordinal)));
    }

    [Fact(Timeout = 120_000)]
    public async Task Vehicle_that_does_not_stand_is_not_found()
    {
        using var browser = await SignedInAsync();
        using var answer = await browser.GetAsync($"/vehicles/{Guid.NewGuid()}");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("没有这个页面", await answer.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    private static int Count(string html, string part) => html.Split(part).Length - 1;

    private static async Task<string> HtmlAsync(FormBrowser browser, string path)
    {
        using var answer = await browser.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Token);
    }

    private async Task<Guid> AddAsync(string plate, string? phone = null)
    {
        var change = await Desk.AddAsync(new VehicleDraft(plate, VehicleStanding.Resident, "王磊", "3-1202", phone), "test", Token);
        return change.Vehicle!.Id;
    }

    private async Task<FormBrowser> SignedInAsync()
    {
        var browser = new FormBrowser(_gateway.Address);
        await browser.SignInAsync(_gateway);
        return browser;
    }

    private async Task<IReadOnlyList<string>> RecordsAsync()
    {
        var records = await _gateway.App.Services.GetRequiredService<IJournalReader>().ReadAsync(0, 1000, Token);
        return [.. records.Where(record => record.Kind == EventKind.Audit).Select(record => System.Text.Encoding.UTF8.GetString(record.Data.Span))];
    }
}
