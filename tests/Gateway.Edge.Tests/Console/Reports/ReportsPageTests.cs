using System.Net;
using EdgeGateway.Testing.Browser;
using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Alerts.Strangers.Visits;
using Gateway.Edge.Digest;
using Gateway.Edge.Tests.Digest;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Edge.Tests.Console.Reports;

/// <summary>The page of reports, its files and how it looks.</summary>
public sealed class ReportsPageTests : IAsyncLifetime
{
    private ConsoleUnderTest _gateway = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _gateway = await ConsoleUnderTest.StartAsync();

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact(Timeout = 120_000)]
    public async Task Page_counts_what_the_journal_holds_and_a_file_holds_the_same()
    {
        for (var number = 0; number < 7; number++)
        {
            await _gateway.Journal.AppendAsync(Samples.Passage(PassageOutcome.OpenedResident), Token);
        }

        await _gateway.Journal.AppendAsync(Samples.Passage(PassageOutcome.Refused), Token);
        await DigestAsync();
        using var browser = new FormBrowser(_gateway.Address);
        (await browser.SignInAsync(_gateway)).Dispose();

        using var page = await browser.GetAsync("/reports?range=today");
        using var file = await browser.GetAsync("/reports/methods.csv?range=today");

        var html = await page.Content.ReadAsStringAsync(Token);
        Assert.Contains("<svg class=\"report-chart\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", html, StringComparison.Ordinal);
        Assert.Contains("<td>7</td>", html, StringComparison.Ordinal);
        Assert.EndsWith(",7", (await file.Content.ReadAsStringAsync(Token)).TrimEnd(), StringComparison.Ordinal);
        Assert.Equal("text/csv", file.Content.Headers.ContentType?.MediaType);
        using var absent = await browser.GetAsync("/reports/nothing.csv");
        Assert.Equal(HttpStatusCode.NotFound, absent.StatusCode);
    }

    [Theory(Timeout = 120_000)]
    [InlineData("range=own&from=2020-01-01&to=2030-01-01")]
    [InlineData("range=own&from=2030-01-01&to=2020-01-01")]
    [InlineData("range=own&from=9999-12-31&to=9999-12-31")]
    [InlineData("range=own&from=0001-01-01&to=0001-01-01")]
    [InlineData("range=%3Cb%3E&from=x")]
    public async Task Whatever_stands_in_the_address_is_answered(string query)
    {
        await DigestAsync();
        using var browser = new FormBrowser(_gateway.Address);
        (await browser.SignInAsync(_gateway)).Dispose();

        using var page = await browser.GetAsync("/reports?" + query);

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Fact(Timeout = 300_000)]
    [Trait("Looks", "pages")]
    public async Task Reports_fit_phone_and_desk_in_both_languages_without_accessibility_violations()
    {
        await using var chromium = await Chromium.StartAsync();
        await DigestAsync();
        await chromium.LookAsync(_gateway, "/reports", "reports-empty");
        var random = new RandomJournal(3);
        for (var number = 0; number < 400; number++)
        {
            await _gateway.Journal.AppendAsync(random.Next(TimeProvider.System.GetUtcNow()), Token);
        }

        var at = TimeProvider.System.GetUtcNow();
        _gateway.App.Services.GetRequiredService<VisitStore>().Save(new Visit(
            Guid.CreateVersion7(), at, at, 1, [new GateStay("gate-east", new LocalizedText("东门", "East gate"), at, at, at, TimeSpan.Zero)], null, null, LingeringTold: false, Open: false));
        await DigestAsync();
        await chromium.LookAsync(_gateway, "/reports", "reports");
        await chromium.LookAsync(_gateway, "/reports?range=30", "reports-month");
    }

    private Task DigestAsync() => _gateway.App.Services.GetRequiredService<DigestKeeper>().CatchUpAsync(Token);
}
