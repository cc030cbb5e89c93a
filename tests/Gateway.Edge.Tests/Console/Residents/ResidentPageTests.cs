using System.Globalization;
using System.Net;
using EdgeGateway.Testing;
using EdgeGateway.Testing.Browser;
using Gateway.Edge.Access.Grants.Compound;
using Gateway.Edge.Accounts;
using Gateway.Edge.Accounts.Sessions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Gateway.Edge.Tests.Console.Residents;

/// <summary>A resident's own page.</summary>
public sealed class ResidentPageTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new();
    private ConsoleUnderTest _gateway = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _gateway = await ConsoleUnderTest.StartAsync(services: services => services.AddSingleton(new StepUps(_time)));

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact(Timeout = 180_000)]
    public async Task Withdrawal_asks_for_the_password_erases_the_face_and_leaves_the_cards()
    {
        var resident = await _gateway.EnrolAsync("王小明", "3-1202");
        var card = _gateway.Passes().Issue(new(resident.Id, "0012345678")).Pass!;
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.SignedInAsync(_gateway, $"/residents/{resident.Id}");
        await Assertions.Expect(page.Locator("#face-state")).ToContainTextAsync("人脸就绪");
        _time.Advance(StepUps.Counts);
        await page.ClickAsync("#withdraw");
        await page.ClickAsync("#withdraw-sure");
        await page.FillAsync("#proof", ConsoleUnderTest.Password);
        await page.ClickAsync("#confirm");
        await page.ClickAsync("#withdraw");
        await page.ClickAsync("#withdraw-sure");
        await Assertions.Expect(page.Locator("#said")).ToContainTextAsync("已撤回");
        await Assertions.Expect(page.Locator("#face-state")).ToContainTextAsync("已撤回人脸");
        await Assertions.Expect(page.Locator("#changes")).ToContainTextAsync("撤回居民同意");

        var after = _gateway.Roll().Get(resident.Id)!;
        Assert.Equal((false, 0, "王小明"), (after.HasFace, after.Templates, after.Consent!.WithdrawnBy));
        Assert.Null(_gateway.Passes().Find(card.Id)!.Revoked);
        Assert.Equal(0, _gateway.Passes().EraseBefore(DateTimeOffset.MinValue));
    }

    [Fact(Timeout = 180_000)]
    public async Task Face_is_replaced_and_the_earlier_one_is_forgotten()
    {
        var resident = await _gateway.EnrolAsync("王小明", "3-1202");
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.SignedInAsync(_gateway, $"/residents/{resident.Id}", 390, 844);
        await page.ClickAsync("#set-face");
        await page.CheckAsync("#agree");
        await page.ChooseAsync(ResidentBench.GoodPhoto(4));
        await Assertions.Expect(page.Locator("#photo-verdict[data-good=true]")).ToContainTextAsync("照片可用");
        await page.ClickAsync("#save-face");
        await Assertions.Expect(page.Locator("#said")).ToContainTextAsync("旧人脸已删除");
        Assert.Equal(1, _gateway.Roll().Get(resident.Id)!.Templates);
        Assert.True(_gateway.Roll().Get(resident.Id)!.Consent!.At > resident.Consent!.At);
    }

    [Fact(Timeout = 120_000)]
    public async Task Lease_is_set_refused_and_lifted()
    {
        var resident = await _gateway.RegisterAsync("王小明", "3-1202");
        using var browser = await _gateway.ConfirmedAsync();
        var path = $"/residents/{resident.Id}";
        var end = TimeProvider.System.GetUtcNow().AddDays(40).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);
        using var past = await browser.PostAsync(path, path, ("_handler", "lease"), ("Form.LeaseEnd", "2020-01-01T00:00"));
        Assert.Contains("请填写将来的时间", await past.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        using var set = await browser.PostAsync(path, path, ("_handler", "lease"), ("Form.LeaseEnd", end));
        Assert.Equal(HttpStatusCode.Redirect, set.StatusCode);
        var desk = _gateway.App.Services.GetRequiredService<ICompoundDesk>();
        Assert.Equal(resident.Id, Assert.Single(await desk.LeasesAsync(Token)).Resident);
        using var lifted = await browser.PostAsync(path, path, ("_handler", "lease"), ("Form.Way", "lift"));
        Assert.Empty(await desk.LeasesAsync(Token));
        using var changes = await browser.GetAsync(path + "/changes");
        var html = await changes.Content.ReadAsStringAsync(Token);
        Assert.Contains("租期已取消", html, StringComparison.Ordinal);
        Assert.Contains("propertymanager", html, StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task Details_are_changed_and_a_masked_phone_stays_as_it_was()
    {
        var resident = await _gateway.RegisterAsync("王小明", "3-1202", "13800000001");
        using var browser = await _gateway.ConfirmedAsync();
        var path = $"/residents/{resident.Id}";
        using var wrong = await browser.PostAsync(path, path, ("_handler", "details"), ("Form.Name", ""), ("Form.Unit", "3-1203"), ("Form.Phone", "12"));
        var html = await wrong.Content.ReadAsStringAsync(Token);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("value=\"3-1203\"", html, StringComparison.Ordinal);
        Assert.Contains("不是有效电话号码", html, StringComparison.Ordinal);
        using var saved = await browser.PostAsync(path, path, ("_handler", "details"), ("Form.Name", "王大明"), ("Form.Unit", "3-1203"), ("Form.Phone", "138****0001"));
        Assert.Equal(("王大明", "3-1203", "138****0001"), (_gateway.Roll().Get(resident.Id)!.Name, _gateway.Roll().Get(resident.Id)!.Unit, _gateway.Roll().Get(resident.Id)!.MaskedPhone));
        using var cleared = await browser.PostAsync(path, path, ("_handler", "details"), ("Form.Name", "王大明"), ("Form.Unit", "3-1203"), ("Form.Phone", ""));
        Assert.Null(_gateway.Roll().Get(resident.Id)!.MaskedPhone);
    }

    [Fact(Timeout = 120_000)]
    public async Task Nobody_s_page_is_not_found_and_another_s_card_is_not_taken_back()
    {
        var one = await _gateway.RegisterAsync("王小明", "3-1202");
        var other = await _gateway.RegisterAsync("李娜", "5-0301");
        var card = _gateway.Passes().Issue(new(other.Id, "0012345678")).Pass!;
        using var browser = await _gateway.ConfirmedAsync(AccountRole.Administrator);
        using var nobody = await browser.GetAsync($"/residents/{Guid.NewGuid()}");
        Assert.Equal(HttpStatusCode.NotFound, nobody.StatusCode);
        var path = $"/residents/{one.Id}";
        using var refused = await browser.PostAsync(path, path, ("_handler", "pass"), ("Pass.Deed", "revoke"), ("Pass.Id", card.Id.ToString()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Null(_gateway.Passes().Find(card.Id)!.Revoked);
        using var taken = await browser.PostAsync(path, path, ("_handler", "pass"), ("Pass.Deed", "card"), ("Pass.Card", "0012345678"));
        Assert.Contains("此卡已登记", await taken.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }
}
