using System.Net;
using System.Text;
using EdgeGateway.Testing;
using EdgeGateway.Testing.Browser;
using Gateway.Edge.Access.Decisions;
using Gateway.Edge.Access.Passes;
using Gateway.Edge.Commands;
using Gateway.Edge.Console.GateDisplays;
using Gateway.Edge.Tests.Access.Decisions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Gateway.Edge.Tests.Console.Passes;

/// <summary>Passing without a face: the phone's page, a real serial reader, the whole gateway behind them.</summary>
public sealed class PassPageTests : IAsyncLifetime
{
    private readonly FakePeople _people = new();
    private KnownPerson _holder = null!;
    private SerialPair _line = null!;
    private ConsoleUnderTest _gateway = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _holder = _people.Add("王*");
        _line = await SerialPair.StartAsync(Stop);
        _gateway = await ConsoleUnderTest.StartAsync(
            ConsoleUnderTest.OneGate.Replace(
                "\"door\": {", $$"""
                "reader": { "kind": "serial", "device": "{{_line.Near}}", "reads": "qr" }, "door": {
                """,
                StringComparison.Ordinal),
            services => services.AddSingleton<IPeople>(_people));
    }

    public async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync();
        await _line.DisposeAsync();
    }

    [Fact(Timeout = 120_000)]
    public async Task Code_of_the_phone_held_to_the_reader_opens_the_gate_and_its_display_says_so()
    {
        await using var chromium = await Chromium.StartAsync();
        var display = await chromium.OpenAsync(1280, 800);
        await display.GotoAsync(new Uri(_gateway.Address, $"/gate/gate-east?key={_gateway.App.Services.GetRequiredService<DisplayKeys>().Load("gate-east")}").ToString());
        var issued = await IssueAsync();
        var services = _gateway.App.Services;

        await using var reader = new FileStream(_line.Far, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        var code = PassCode.Write(services.GetRequiredService<PassSecrets>(), issued.Pass.Id, TimeProvider.System.GetUtcNow());
        await reader.WriteAsync(Encoding.ASCII.GetBytes(code + "\r\n"), Stop);

        await Assertions.Expect(display.Locator("[data-mood=welcome]")).ToContainTextAsync("欢迎回家，王*");
    }

    [Fact(Timeout = 120_000)]
    public async Task Phone_shows_a_code_that_changes_and_says_when_it_was_taken_back()
    {
        await using var chromium = await Chromium.StartAsync();
        var issued = await IssueAsync();
        foreach (var (width, height) in ((int, int)[])[(390, 844), (1440, 900)])
        {
            foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
            {
                var page = await chromium.OpenAsync(width, height, scheme);
                await page.GotoAsync(new Uri(_gateway.Address, issued.Page!).ToString());
                await Assertions.Expect(page.Locator(".pass-holder")).ToHaveTextAsync("王*");
                await Assertions.Expect(page.Locator(".pass-code svg")).ToBeVisibleAsync();
                if (Environment.GetEnvironmentVariable("SHOTS") is { Length: > 0 } folder)
                {
                    await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"pass-{width}-{scheme}.png") });
                }

                Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width, $"the page scrolls sideways at {width}");
                await Accessibility.CheckAsync(page);
                await page.CloseAsync();
            }
        }

        var phone = await chromium.OpenAsync(390, 844);
        await phone.GotoAsync(new Uri(_gateway.Address, issued.Page!).ToString());
        _gateway.App.Services.GetRequiredService<PassBook>().Revoke(issued.Pass.Id);
        await Assertions.Expect(phone.Locator("main")).ToContainTextAsync("通行凭证已停用");
        Assert.Equal(0, await phone.Locator(".pass-code").CountAsync());
    }

    [Fact(Timeout = 120_000)]
    public async Task Made_up_address_shows_nothing_and_no_copy_is_kept_of_a_true_one()
    {
        using var anyone = new HttpClient { BaseAddress = _gateway.Address };
        foreach (var key in (string[])["x", new string('A', 43), "..%2F..%2Fapi-key", new string('a', 4000)])
        {
            using var answer = await anyone.GetAsync(new Uri("/pass/" + key, UriKind.Relative), Stop);
            Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
        }

        using var shown = await anyone.GetAsync(new Uri((await IssueAsync()).Page!, UriKind.Relative), Stop);
        Assert.True(shown.Headers.CacheControl?.NoStore);
    }

    [Fact(Timeout = 120_000)]
    public async Task Passes_are_given_listed_and_taken_back_over_the_API_with_faults_at_their_fields()
    {
        using var box = await GatewayApi.OpenAsync(_gateway.Data, Stop);
        var card = await box.OrderAsync<IssuedPass>("/api/passes", new PassRequest(_holder.Id, "0012345678"), Stop);
        Assert.Null(card.Page);
        Assert.Equal([card.Pass], (await box.GetAsync<List<Pass>>($"/api/passes?subject={_holder.Id}", Stop))!);

        var fault = await Assert.ThrowsAsync<CommandFaultException>(() => box.OrderAsync<IssuedPass>("/api/passes", new PassRequest(_holder.Id, "0012345678"), Stop));
        Assert.Contains(card.Pass.Id.ToString(), fault.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<CommandFaultException>(() => box.OrderAsync<IssuedPass>("/api/passes", new PassRequest(Guid.NewGuid()), Stop));
        Assert.NotNull((await box.OrderAsync<Pass>($"/api/passes/{card.Pass.Id}/revoke", new { }, Stop)).Revoked);
        await Assert.ThrowsAsync<CommandFaultException>(() => box.OrderAsync<Pass>($"/api/passes/{Guid.NewGuid()}/revoke", new { }, Stop));
    }

    private async Task<IssuedPass> IssueAsync()
    {
        using var box = await GatewayApi.OpenAsync(_gateway.Data, Stop);
        return await box.OrderAsync<IssuedPass>("/api/passes", new PassRequest(_holder.Id), Stop);
    }
}
