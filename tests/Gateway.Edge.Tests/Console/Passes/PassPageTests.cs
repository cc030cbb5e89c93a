using System.Net;
using System.Text;
using EdgeGateway.Testing;
using EdgeGateway.Testing.Browser;
using Gateway.Edge.Access.Decisions;
using Gateway.Edge.Access.Passes;
using Gateway.Edge.Commands;
using Gateway.Edge.Console.GateDisplays;
using Gateway.Edge.Storage;
using Gateway.Edge.Tests.Access.Decisions;
using Microsoft.Data.Sqlite;
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
            services =>
            {
                services.AddSingleton<IPeople>(_people);
                // The gateway has run for long: codes of the step of its start would be old.
                services.AddSingleton(provider => new PassCheck(
                    provider.GetRequiredService<PassBook>(), provider.GetRequiredService<PassSecrets>(), new FakeTimeProvider(TimeProvider.System.GetUtcNow() - TimeSpan.FromMinutes(5))));
                // No browser is too slow to see the welcome.
                services.PostConfigure<AccessOptions>(options => options.WelcomeFor = TimeSpan.FromSeconds(30));
            });
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
        var address = new Uri(_gateway.Address, $"/gate/gate-east?key={_gateway.App.Services.GetRequiredService<DisplayKeys>().Load("gate-east")}");
        await display.RunAndWaitForRequestAsync(() => display.GotoAsync(address.ToString()), request => request.Url.Contains("/gate/gate-east/stream", StringComparison.Ordinal));
        var issued = await IssueAsync();
        var services = _gateway.App.Services;

        await using var reader = new FileStream(_line.Far, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        var code = PassCode.Write(services.GetRequiredService<PassSecrets>(), issued.Pass.Id, TimeProvider.System.GetUtcNow());
        await reader.WriteAsync(Encoding.ASCII.GetBytes(code + "\r\n"), Stop);

        await Assertions.Expect(display.Locator("[data-mood=welcome]")).ToContainTextAsync("欢迎回家，王*");
    }

    [Fact(Timeout = 120_000)]
    [Trait("Looks", "pages")]
    public async Task Phone_shows_a_code_that_changes_and_says_when_it_was_taken_back()
    {
        await using var chromium = await Chromium.StartAsync();
        var issued = await IssueAsync();
        await chromium.LookAsync(_gateway, issued.Page!, "pass", signIn: false, prepare: async page =>
        {
            await Assertions.Expect(page.Locator(".pass-holder")).ToHaveTextAsync("王*");
            await Assertions.Expect(page.Locator(".pass-code svg")).ToBeVisibleAsync();
        });

        var phone = await chromium.OpenAsync(390, 844);
        await phone.GotoAsync(new Uri(_gateway.Address, issued.Page!).ToString());
        _gateway.App.Services.GetRequiredService<PassBook>().Revoke(issued.Pass.Id);
        await Assertions.Expect(phone.Locator("main")).ToContainTextAsync("通行凭证已停用");
        Assert.Equal(0, await phone.Locator(".pass-code").CountAsync());
    }

    [Fact(Timeout = 120_000)]
    public async Task Phone_without_a_network_hides_its_code_and_says_why_also_when_it_is_unlocked_and_shows_it_again_with_one()
    {
        await using var chromium = await Chromium.StartAsync();
        var phone = await chromium.OpenAsync(390, 844);
        await phone.GotoAsync(new Uri(_gateway.Address, (await IssueAsync()).Page!).ToString());
        var (code, words) = (phone.Locator(".pass-code"), phone.Locator("#offline"));
        await Assertions.Expect(code).ToBeVisibleAsync();
        await Assertions.Expect(words).ToBeHiddenAsync();

        await phone.Context.SetOfflineAsync(true);
        await phone.EvaluateAsync("document.dispatchEvent(new Event('visibilitychange'))");
        await Assertions.Expect(code).ToBeHiddenAsync();
        await Assertions.Expect(words).ToContainTextAsync("手机未联网");
        await Assertions.Expect(words).ToBeVisibleAsync();

        await phone.Context.SetOfflineAsync(false);
        await phone.EvaluateAsync("document.dispatchEvent(new Event('visibilitychange'))");
        await Assertions.Expect(code).ToBeVisibleAsync();
        await Assertions.Expect(words).ToBeHiddenAsync();

        await phone.Context.SetOfflineAsync(true);
        await phone.EvaluateAsync("document.getElementById('offline').dataset.after = '0'");
        await Assertions.Expect(code).ToBeHiddenAsync();
        await Assertions.Expect(words).ToBeVisibleAsync();
    }

    [Fact(Timeout = 120_000)]
    public async Task Full_disk_gives_no_pass_and_takes_one_back_all_the_same_and_says_both()
    {
        using var box = await GatewayApi.OpenAsync(_gateway.Data, Stop);
        var issued = await IssueAsync();
        using (var disk = new SqliteConnection($"Data Source={Path.Combine(_gateway.Data, "passes.db")};Pooling=False"))
        {
            disk.Open();
            disk.Execute("""
                CREATE TRIGGER full_insert BEFORE INSERT ON pass BEGIN SELECT RAISE(FAIL, 'database or disk is full'); END;
                CREATE TRIGGER full_update BEFORE UPDATE ON pass BEGIN SELECT RAISE(FAIL, 'database or disk is full'); END;
                """);
        }

        var given = await Assert.ThrowsAsync<CommandFaultException>(() => box.OrderAsync<IssuedPass>("/api/passes", new PassRequest(_holder.Id), Stop));
        Assert.Contains("Nothing was given", given.Message, StringComparison.Ordinal);
        var taken = await Assert.ThrowsAsync<CommandFaultException>(() => box.OrderAsync<Pass>($"/api/passes/{issued.Pass.Id}/revoke", new { }, Stop));
        Assert.Contains("in force until the restart, not yet on the disk", taken.Message, StringComparison.Ordinal);
        Assert.NotNull(Assert.Single((await box.GetAsync<List<Pass>>("/api/passes", Stop))!).Revoked);
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

    [Fact(Timeout = 120_000)]
    public async Task Phone_of_a_worker_says_when_access_was_taken_back_or_is_over_and_keeps_the_way_out_for_whoever_is_inside()
    {
        var now = TimeProvider.System.GetUtcNow();
        var live = new GrantTerms(Guid.NewGuid(), new("水电工", "plumber"), now.AddHours(-1), now.AddHours(1), GrantPlaces.Everywhere);
        var over = live with { Until = now.AddMinutes(-1) };
        using var anyone = new HttpClient { BaseAddress = _gateway.Address };
        foreach (var (holder, status, words) in ((KnownPerson, HttpStatusCode, string)[])[
            (_people.Add("张*", PersonKind.TemporaryWorker, [over, live]), HttpStatusCode.OK, "pass-code"),
            (_people.Add("张*", PersonKind.TemporaryWorker, [live with { IsRevoked = true }]), HttpStatusCode.Gone, "授权已被收回"),
            (_people.Add("张*", PersonKind.TemporaryWorker, [over]), HttpStatusCode.Gone, "授权已结束"),
            (_people.Add("张*", PersonKind.TemporaryWorker, [over with { InsideSince = now.AddMinutes(-30) }]), HttpStatusCode.OK, "此码仅可用于离开"),
            (_people.Add("张*", leaseEnd: now.AddMinutes(-1)), HttpStatusCode.Gone, "授权已结束")])
        {
            using var answer = await anyone.GetAsync(new Uri((await IssueAsync(holder)).Page!, UriKind.Relative), Stop);
            Assert.Equal(status, answer.StatusCode);
            Assert.Contains(words, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop)), StringComparison.Ordinal);
        }
    }

    private async Task<IssuedPass> IssueAsync(KnownPerson? holder = null)
    {
        using var box = await GatewayApi.OpenAsync(_gateway.Data, Stop);
        return await box.OrderAsync<IssuedPass>("/api/passes", new PassRequest((holder ?? _holder).Id), Stop);
    }
}
