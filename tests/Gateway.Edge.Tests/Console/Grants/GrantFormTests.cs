using EdgeGateway.Testing.Browser;
using Gateway.Edge.Access.Passes;
using Gateway.Edge.Journal;
using Gateway.Edge.Tests.Access.Residents;
using Microsoft.Playwright;

namespace Gateway.Edge.Tests.Console.Grants;

/// <summary>Granting access by the page.</summary>
public sealed class GrantFormTests : IAsyncLifetime
{
    private const int MostClicks = 6;

    private GrantPages _pages = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _pages = await GrantPages.StartAsync();

    public ValueTask DisposeAsync() => _pages.DisposeAsync();

    [Fact(Timeout = 120_000)]
    public async Task Plumber_without_a_face_is_granted_two_hours_with_few_clicks_and_handed_a_code()
    {
        var page = await _pages.OpenAsync("/grants");
        var clicks = 0;
        await page.ExposeFunctionAsync("pressed", () => clicks++);
        await page.EvaluateAsync("addEventListener('pointerdown', () => window.pressed(), true)");
        await page.ClickAsync("label[for=tag-plumber]");
        await page.ClickAsync("#name");
        await page.Keyboard.TypeAsync("王建国");
        await page.ClickAsync("#grant");

        await Assertions.Expect(page.Locator("#granted")).ToContainTextAsync("王建国（水电工）可进出所有出入口，至");
        Assert.InRange(clicks, 3, MostClicks);
        var granted = Assert.Single(await _pages.AllAsync());
        Assert.Equal(("plumber", "王建国", "物业"), (granted.Grant.Tag, granted.Worker.Name, granted.Grant.Host));
        Assert.InRange(granted.Grant.Until - granted.Grant.From, TimeSpan.FromMinutes(119), TimeSpan.FromMinutes(121));
        Assert.StartsWith("propertymanager, 127.0.0.1", granted.Grant.EnteredBy, StringComparison.Ordinal);

        var pass = Assert.Single(_pages.Passes.List(granted.Worker.Id));
        var link = await page.Locator("[data-link]").InputValueAsync();
        Assert.Equal($"/pass/{PassAddress.Key(_pages.Service<PassSecrets>(), pass.Id)}", new Uri(link).AbsolutePath);
        await Assertions.Expect(page.Locator("#granted .gateway-qr svg")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#granted")).ToContainTextAsync("没有二维码读头");
        await Assertions.Expect(page.Locator("#group-valid li")).ToContainTextAsync("王建国");

        var phone = await _pages.Chromium.OpenAsync(390, 844);
        await phone.GotoAsync(link);
        await Assertions.Expect(phone.Locator(".pass-holder")).ToHaveTextAsync("王*");
    }

    [Fact(Timeout = 120_000)]
    public async Task Access_is_granted_and_revoked_by_the_keyboard_alone()
    {
        var page = await _pages.OpenAsync("/grants");
        await TabToAsync(page, "tag-plumber");
        await page.Keyboard.PressAsync("Space");
        await TabToAsync(page, "name");
        await page.Keyboard.TypeAsync("李红");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#granted")).ToContainTextAsync("李红（水电工）");

        var grant = Assert.Single(await _pages.AllAsync()).Grant;
        await TabToAsync(page, $"revoke-{grant.Id}");
        await page.Keyboard.PressAsync("Space");
        var sure = page.Locator($"#act-{grant.Id} .btn-danger");
        await Assertions.Expect(sure).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(sure).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator($"#revoke-{grant.Id}")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(sure).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#said")).ToContainTextAsync("李红 的授权已撤销");
        Assert.NotNull(Assert.Single(await _pages.AllAsync()).Grant.RevokedAt);
    }

    [Fact(Timeout = 120_000)]
    public async Task What_is_wrong_stands_at_its_field_in_words_and_what_was_typed_is_kept()
    {
        var page = await _pages.OpenAsync("/grants");
        await page.ClickAsync("label[for=tag-own]");
        await page.FillAsync("#own-tag", "钢琴调律");
        await page.FillAsync("#phone", "12");
        await page.ClickAsync("label[for=way-card]");
        await page.ClickAsync("label[for=where-gates]");
        await page.ClickAsync("label[for=window-chosen]");
        await page.FillAsync("#until", "2020-01-01T10:00");
        await page.FillAsync("#host", "3-1202");
        await page.ClickAsync("#more");
        await page.FillAsync("#hours", "有空的时候");
        await page.FillAsync("#entries", "很多");
        await page.ClickAsync("#grant");

        await Assertions.Expect(page.Locator("#fault")).ToContainTextAsync("还没有授权");
        await Assertions.Expect(page.Locator("#card-fault")).ToContainTextAsync("卡号");
        await Assertions.Expect(page.Locator("#where-fault")).ToContainTextAsync("请至少选一个出入口");
        await Assertions.Expect(page.Locator("#entries-fault")).ToContainTextAsync("请填写整数");
        await Assertions.Expect(page.Locator("#own-tag")).ToHaveValueAsync("钢琴调律");
        await Assertions.Expect(page.Locator("#hours")).ToHaveValueAsync("有空的时候");

        foreach (var (field, words) in ((string, string)[])[("name", "1 至 40 个字符"), ("phone", "不是有效电话号码"), ("until", "结束时间"), ("hours", "时段写法如")])
        {
            await Assertions.Expect(page.Locator($"#{field}-fault")).ToContainTextAsync(words);
        }

        await page.FillAsync("#card", "0012345678");
        await page.Locator("#gate-1").CheckAsync();
        await page.FillAsync("#entries", "3");
        await page.FillAsync("#name", "周敏");
        await page.FillAsync("#phone", "13800000001");
        await page.FillAsync("#until", "2099-01-01T10:00");
        await page.FillAsync("#hours", "周一至周五 08:00-18:00");
        await page.ClickAsync("#grant");
        await Assertions.Expect(page.Locator("#until-fault")).ToContainTextAsync("授权最长两年");
        await Assertions.Expect(page.Locator("#gate-1")).ToBeCheckedAsync();
        await page.ClickAsync("label[for=window-month]");
        await page.ClickAsync("#grant");

        await Assertions.Expect(page.Locator("#granted")).ToContainTextAsync("周敏（钢琴调律）可进出西门");
        await Assertions.Expect(page.Locator("#granted")).ToContainTextAsync("Mon-Fri 08:00-18:00，还可进入 3 次");
        var grant = Assert.Single(await _pages.AllAsync());
        Assert.Equal(["gate-2"], grant.Grant.Places.Gates);
        Assert.Equal("678", Assert.Single(_pages.Passes.List(grant.Worker.Id)).Hint);
        // The compound's own word is offered from now on.
        await Assertions.Expect(page.Locator("label[for=tag-was-0]")).ToHaveTextAsync("钢琴调律");
    }

    [Fact(Timeout = 120_000)]
    public async Task Somebody_who_was_here_before_is_found_while_typing_and_keeps_code_and_number()
    {
        var before = await _pages.GrantAsync("张伟", phone: "13812345678");
        await _pages.Desk.RevokeAsync(before.Grant.Id, "test", Stop);
        var page = await _pages.OpenAsync("/grants");
        await page.ClickAsync("label[for=tag-cleaner]");
        await page.ClickAsync("#name");
        await page.Keyboard.TypeAsync("张");
        var found = page.Locator($"label[for=worker-{before.Worker.Id}]");
        await Assertions.Expect(found).ToContainTextAsync("138****5678");
        await found.ClickAsync();
        await Assertions.Expect(page.Locator("#phone")).ToBeHiddenAsync();
        await page.ClickAsync("label[for=window-today]");
        await page.ClickAsync("#grant");

        await Assertions.Expect(page.Locator("#granted")).ToContainTextAsync("张伟（保洁员）");
        Assert.Equal([before.Worker.Id, before.Worker.Id], (await _pages.AllAsync()).Select(view => view.Worker.Id));
    }

    [Fact(Timeout = 120_000)]
    public async Task Face_needs_photo_and_consent_and_is_on_the_gates_at_once()
    {
        var page = await _pages.OpenAsync("/grants");
        await page.ClickAsync("label[for=tag-domestic]");
        await page.FillAsync("#name", "赵敏");
        await page.ClickAsync("label[for=way-face]");
        await page.ClickAsync("#grant");
        await Assertions.Expect(page.Locator("#photos-fault")).ToContainTextAsync("请拍照或选择照片");
        await PhotoAsync(page, MadeUpFaces.Photo(7));
        await page.ClickAsync("#grant");
        await Assertions.Expect(page.Locator("#consent-fault")).ToContainTextAsync("没有本人同意不能使用人脸");
        await Assertions.Expect(page.Locator("#photos-fault")).ToContainTextAsync("请重新选择");
        await PhotoAsync(page, [.. "no face at all"u8]);
        await page.Locator("#consent").CheckAsync();
        await page.ClickAsync("#grant");
        await Assertions.Expect(page.Locator("#photos-fault")).ToContainTextAsync("照片中没有人脸");
        Assert.Empty(await _pages.AllAsync());
        await PhotoAsync(page, MadeUpFaces.Photo(7));
        await page.ClickAsync("#grant");

        await Assertions.Expect(page.Locator("#granted")).ToContainTextAsync("看镜头");
        var worker = Assert.Single(await _pages.AllAsync()).Worker;
        Assert.Equal((1, "赵敏"), (worker.Templates, worker.Consent?.By));
        Assert.Empty(_pages.Passes.List(worker.Id));

        // Somebody else with the same face is asked about, never taken for granted.
        await page.ClickAsync("label[for=tag-domestic]");
        await page.FillAsync("#name", "赵慧");
        await page.ClickAsync("label[for=way-face]");
        await page.Locator("#consent").CheckAsync();
        await PhotoAsync(page, MadeUpFaces.Photo(7));
        await page.ClickAsync("#grant");
        await Assertions.Expect(page.Locator("#photos-fault")).ToContainTextAsync("相符");
        await page.Locator("#duplicate").CheckAsync();
        await PhotoAsync(page, MadeUpFaces.Photo(7));
        await page.ClickAsync("#grant");
        await Assertions.Expect(page.Locator("#granted")).ToContainTextAsync("赵慧");
    }

    [Fact(Timeout = 120_000)]
    public async Task Card_of_somebody_whose_access_is_over_is_given_again_and_one_in_use_is_not()
    {
        var first = await _pages.GrantAsync("甲");
        Assert.NotNull(_pages.Passes.Issue(new PassRequest(first.Worker.Id, "0012345678")).Pass);
        var page = await _pages.OpenAsync("/grants");
        await FillAsync();
        await Assertions.Expect(page.Locator("#card-fault")).ToContainTextAsync("这张卡正由 甲 使用");
        await _pages.Desk.RevokeAsync(first.Grant.Id, "test", Stop);
        await page.ClickAsync("#grant");
        await Assertions.Expect(page.Locator("#granted")).ToContainTextAsync("门卡尾号 678");
        Assert.Equal("乙", (await _pages.AllAsync()).Single(view => view.Worker.Id == _pages.Passes.OfCard("0012345678")!.Subject).Worker.Name);

        async Task FillAsync()
        {
            await page.ClickAsync("label[for=tag-courier]");
            await page.FillAsync("#name", "乙");
            await page.ClickAsync("label[for=way-card]");
            await page.FillAsync("#card", "0012345678");
            await page.ClickAsync("#grant");
        }
    }

    private static Task PhotoAsync(IPage page, byte[] photo) =>
        page.SetInputFilesAsync("#photo", new FilePayload { Name = "photo.jpg", MimeType = "image/jpeg", Buffer = photo });

    private static async Task TabToAsync(IPage page, string id)
    {
        for (var step = 0; step < 80; step++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<string>("document.activeElement.id") == id)
            {
                return;
            }
        }

        Assert.Fail($"{id} is not reached by Tab");
    }
}
