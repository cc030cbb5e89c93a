using System.Net;
using EdgeGateway.Testing.Browser;
using Gateway.Drivers.Devices;
using Gateway.Edge.Alerts.FallingObjects;
using Gateway.Edge.Journal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Gateway.Edge.Tests.Console.Facades;

/// <summary>What cannot be put on record is not done, but for what makes alarms work again.</summary>
public sealed class UnrecordedTests : IAsyncLifetime
{
    private ConsoleUnderTest _gateway = null!;
    private FullJournal _journal = null!;

    public async ValueTask InitializeAsync() => _gateway = await ConsoleUnderTest.StartAsync(
        TwoTowers.Json,
        services => services.AddSingleton<IJournal>(provider => _journal = new FullJournal(provider.GetRequiredService<SqliteJournal>())));

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact(Timeout = 120_000)]
    public async Task Facade_that_cannot_be_recorded_is_not_saved_and_its_text_is_offered()
    {
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.OpenAsync(_gateway, "/facades/tower-1");
        await page.FillAsync("#field-floors", "20");
        await Assertions.Expect(page.Locator("#save")).ToBeEnabledAsync();
        _journal.IsFull = true;
        await page.ClickAsync("#save");

        await Assertions.Expect(page.Locator("#outcome")).ToContainTextAsync("未保存");
        await Assertions.Expect(page.Locator("#outcome")).ToContainTextAsync("The disk is full.");
        await Assertions.Expect(page.Locator("#snippet")).ToBeVisibleAsync();
        Assert.Equal(TwoTowers.Json, await File.ReadAllTextAsync(_gateway.HardwareFile, TestContext.Current.CancellationToken));
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(_gateway.HardwareFile)!, "*.part"));
    }

    [Fact(Timeout = 120_000)]
    public async Task Test_throws_that_cannot_be_recorded_do_not_begin_and_can_be_ended()
    {
        using var browser = new FormBrowser(_gateway.Address);
        await browser.SignInAsync(_gateway);
        var throws = _gateway.App.Services.GetRequiredService<TestThrows>();
        var tower = new DeviceId("tower-1");
        _journal.IsFull = true;
        using var begun = await browser.PostAsync("/facades/tower-1", "/facades/tower-1/throws/begin", ("minutes", "5"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, begun.StatusCode);
        Assert.Null(throws.ArmedUntil(tower));

        throws.Arm(tower, TestThrows.Usual);
        using var ended = await browser.PostAsync("/facades/tower-1", "/facades/tower-1/throws/end");
        Assert.Null(throws.ArmedUntil(tower));
    }

    /// <summary>A journal whose disk fills up.</summary>
    private sealed class FullJournal(IJournal journal) : IJournal
    {
        public bool IsFull { get; set; }

        public Guid JournalId => journal.JournalId;

        public long LastSequence => journal.LastSequence;

        public ValueTask<JournalRecord> AppendAsync(JournalEntry entry, CancellationToken cancellationToken) =>
            IsFull ? throw new JournalUnavailableException("The disk is full.") : journal.AppendAsync(entry, cancellationToken);
    }
}
