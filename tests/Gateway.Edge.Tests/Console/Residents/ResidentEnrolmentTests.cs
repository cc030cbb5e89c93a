using System.Net;
using EdgeGateway.Testing;
using EdgeGateway.Testing.Browser;
using Microsoft.Playwright;

namespace Gateway.Edge.Tests.Console.Residents;

/// <summary>Enrolment on the page: photos are judged when they are chosen, and what was typed stays.</summary>
public sealed class ResidentEnrolmentTests : IAsyncLifetime
{
    private ConsoleUnderTest _gateway = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _gateway = await ConsoleUnderTest.StartAsync();

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact(Timeout = 180_000)]
    public async Task Bad_photos_are_refused_with_what_to_do_and_a_good_one_makes_the_face_ready()
    {
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.SignedInAsync(_gateway, "/residents/new");
        await page.FillAsync("#resident-name", "王<b>明");
        await page.FillAsync("#phone", "13800000001");
        await Assertions.Expect(page.Locator("#consent-text")).ToContainTextAsync("自愿与替代方式");
        // Nothing of a face is looked at before the consent.
        await Assertions.Expect(page.Locator("#photo")).ToBeDisabledAsync();
        await page.CheckAsync("#agree");
        foreach (var (photo, why, fix) in ((byte[], string, string)[])
            [
                (ResidentBench.DarkPhoto, "照片太暗", "面向窗户或灯光"),
                (ResidentBench.TwoFaces, "不止一张人脸", "只拍本人"),
                (ResidentBench.FarAway, "人脸太小", "靠近"),
                (ResidentBench.NoFace, "没有找到人脸", "正面"),
                ("%PDF-1.7 no picture"u8.ToArray(), "JPEG", "另存为"),
            ])
        {
            await page.ChooseAsync(photo);
            await Assertions.Expect(page.Locator("#photo-verdict[data-good=false]")).ToContainTextAsync(why);
            await Assertions.Expect(page.Locator("#photo-verdict")).ToContainTextAsync(fix);
        }

        await page.ChooseAsync(ResidentBench.GoodPhoto());
        await Assertions.Expect(page.Locator("#photo-verdict[data-good=true]")).ToContainTextAsync("照片可用");
        // The unit is missing: the rest stays, the photo too.
        await page.ClickAsync("#save");
        await Assertions.Expect(page.Locator("#unit-fault")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#resident-name")).ToHaveValueAsync("王<b>明");
        await Assertions.Expect(page.Locator("#phone")).ToHaveValueAsync("13800000001");
        await Assertions.Expect(page.Locator("#photo-verdict")).ToContainTextAsync("不必重选");
        await page.FillAsync("#unit", "3-1202");
        await page.ClickAsync("#save");
        await Assertions.Expect(page.Locator("#said")).ToContainTextAsync("人脸就绪");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("王<b>明");

        var resident = Assert.Single(_gateway.Roll().All);
        Assert.True(_gateway.Roll().IsFaceReady(resident.Id));
        Assert.Equal(("王<b>明", "v1", "138****0001", 0), (resident.Consent!.By, resident.Consent.TextVersion, resident.MaskedPhone, resident.PhotosKept));
        Assert.Contains(await ResidentRecords.OfAsync(_gateway), record => record.Contains("resident-enrolled", StringComparison.Ordinal) && record.Contains("\"by\":\"administrator", StringComparison.Ordinal));
    }

    [Fact(Timeout = 180_000)]
    public async Task Twin_is_asked_about_and_enrolled_once_that_is_confirmed()
    {
        await _gateway.EnrolAsync("王小明", "3-1202");
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.SignedInAsync(_gateway, "/residents/new");
        await page.FillAsync("#resident-name", "王小亮");
        await page.FillAsync("#unit", "3-1202");
        await page.CheckAsync("#agree");
        await page.ChooseAsync(ResidentBench.GoodPhoto(4));
        await Assertions.Expect(page.Locator("#photo-verdict")).ToContainTextAsync("王* (3-1202)");
        await page.ClickAsync("#save");
        await page.CheckAsync("#twin");
        await page.ClickAsync("#save");
        await Assertions.Expect(page.Locator("#said")).ToContainTextAsync("人脸就绪");
        Assert.Equal(2, _gateway.Roll().All.Count);
    }

    [Fact(Timeout = 120_000)]
    public async Task Whoever_declines_is_registered_without_a_face_by_keyboard_and_told_of_cards_and_codes()
    {
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.SignedInAsync(_gateway, "/residents/new");
        await Assertions.Expect(page.Locator("#resident-name")).ToBeFocusedAsync();
        await page.Keyboard.InsertTextAsync("李娜");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.InsertTextAsync("5-0301");
        await page.FocusAsync("#way-face");
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(page.Locator("#photo")).ToBeHiddenAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#said")).ToContainTextAsync("发门卡或手机通行码");
        await Assertions.Expect(page.Locator("#face-state")).ToContainTextAsync("无人脸");

        await page.FillAsync("#card", "0012345678");
        await page.ClickAsync("#give-card");
        await Assertions.Expect(page.Locator("#said")).ToContainTextAsync("门卡已登记");
        await page.ClickAsync("#give-code");
        await Assertions.Expect(page.Locator("#code")).ToContainTextAsync("/pass/");
        await page.GotoAsync(page.Url.Split('?')[0]);
        await Assertions.Expect(page.Locator(".gateway-passes li")).ToHaveCountAsync(2);
        await page.Locator(".gateway-passes li", new() { HasText = "5678"[1..] }).GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(page.Locator("#said")).ToContainTextAsync("已停用");
        await Assertions.Expect(page.Locator(".gateway-passes li")).ToHaveCountAsync(1);
    }

    [Fact(Timeout = 120_000)]
    public async Task Without_consent_no_photo_is_looked_at_and_without_scripts_the_form_says_the_same()
    {
        using var browser = await _gateway.ConfirmedAsync();
        using var form = await PostAsync(browser, "/residents/new", ResidentBench.GoodPhoto(), ("_handler", "resident"), ("Form.Name", "王小明"), ("Form.Unit", "3-1202"), ("Form.Way", "face"), ("Form.Text", "v1"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, form.StatusCode);
        Assert.Contains("请先出示同意书全文", await form.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);

        using var check = await PostAsync(browser, "/residents/photo", ResidentBench.GoodPhoto());
        Assert.Contains("\"good\":false", await check.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.Empty(_gateway.Roll().All);

        using var agreed = await PostAsync(
            browser, "/residents/new", ResidentBench.GoodPhoto(), ("_handler", "resident"), ("Form.Name", "王小明"), ("Form.Unit", "3-1202"), ("Form.Way", "face"), ("Form.Text", "v1"), ("Form.Agree", "on"), ("Form.ConsentBy", "王磊"));
        Assert.Equal(HttpStatusCode.Redirect, agreed.StatusCode);
        Assert.Equal("王磊", Assert.Single(_gateway.Roll().All).Consent!.By);
    }

    [Fact(Timeout = 120_000)]
    public async Task Huge_names_other_content_types_and_forms_without_the_token_are_refused()
    {
        using var browser = await _gateway.ConfirmedAsync();
        foreach (var length in (int[])[100_000, 8_000_000, 10_000_000])
        {
            try
            {
                using var huge = await browser.PostAsync("/residents/new", "/residents/new", ("_handler", "resident"), ("Form.Name", new string('x', length)), ("Form.Unit", "3-1202"), ("Form.Way", "none"));
                Assert.InRange((int)huge.StatusCode, 400, 422);
            }
            catch (HttpRequestException error) when (error.InnerException is IOException)
            {
                // The gateway hung up before the whole name had come.
                Assert.True(length > 8_000_000);
            }
        }

        foreach (var path in (string[])["/residents/new", "/residents/photo", "/residents/import"])
        {
            using var json = await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent("{}", null, "application/json") });
            Assert.Equal(HttpStatusCode.BadRequest, json.StatusCode);
            using var bare = await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent([new("_handler", "resident"), new("Form.Name", "x"), new("agree", "on")]) });
            Assert.Equal(HttpStatusCode.BadRequest, bare.StatusCode);
        }

        Assert.Empty(_gateway.Roll().All);
    }

    [Fact(Timeout = 120_000)]
    public async Task Camera_of_the_device_takes_a_photo_that_is_judged_like_any_other()
    {
        // The browser's own made-up camera shows no face.
        await using var chromium = await Chromium.StartAsync("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream");
        var page = await chromium.SignedInAsync(_gateway, "/residents/new", 390, 844);
        await page.CheckAsync("#agree");
        await page.ClickAsync("#camera-open");
        await Assertions.Expect(page.Locator("#camera-snap")).ToBeFocusedAsync();
        await page.UntilAsync("document.querySelector('video').videoWidth > 0");
        await page.ClickAsync("#camera-snap");
        await Assertions.Expect(page.Locator("#photo-verdict[data-good=false]")).ToContainTextAsync("没有找到人脸");
        await Assertions.Expect(page.Locator("video")).ToBeHiddenAsync();
    }

    [Fact(Timeout = 120_000)]
    public async Task Camera_may_be_asked_for_on_these_pages_and_nowhere_else()
    {
        using var browser = await _gateway.ConfirmedAsync();
        using var page = await browser.GetAsync("/residents/new");
        using var list = await browser.GetAsync("/residents");
        Assert.Contains("camera=(self)", string.Join(',', page.Headers.GetValues("Permissions-Policy")), StringComparison.Ordinal);
        Assert.Contains("camera=()", string.Join(',', list.Headers.GetValues("Permissions-Policy")), StringComparison.Ordinal);
    }

    [Fact(Timeout = 180_000)]
    public async Task Portraits_of_a_real_collection_are_judged_on_the_page_as_an_enrolment_judges_them()
    {
        var folder = TestData.Require("faces");
        using var browser = await _gateway.ConfirmedAsync();
        var good = 0;
        string[] files = [.. Directory.EnumerateFiles(folder, "*.jpg", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Where((_, index) => index % 40 == 0).Take(10)];
        foreach (var file in files)
        {
            using var check = await PostAsync(browser, "/residents/photo", await File.ReadAllBytesAsync(file, Token), ("agree", "on"));
            var words = await check.Content.ReadAsStringAsync(Token);
            good += words.Contains("\"good\":true", StringComparison.Ordinal) ? 1 : 0;
            Assert.DoesNotContain("\"words\":[]", words, StringComparison.Ordinal);
        }

        Assert.True(good >= files.Length / 2, $"{good} of {files.Length} were good");
    }

    private static async Task<HttpResponseMessage> PostAsync(FormBrowser browser, string path, byte[] photo, params (string Name, string Value)[] fields)
    {
        var html = await (await browser.GetAsync("/residents/new")).Content.ReadAsStringAsync(Token);
        var token = WebUtility.HtmlDecode(html.Split("name=\"__RequestVerificationToken\" value=\"")[1].Split('"')[0]);
        using var content = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new ByteArrayContent(photo), "photo", "photo.jpg" } };
        foreach (var (name, value) in fields)
        {
            content.Add(new StringContent(value), name);
        }

        return await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = content });
    }
}
