using System.Collections.Concurrent;
using System.Text;
using EdgeGateway.Testing.Browser;
using Gateway.Edge.Journal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Gateway.Edge.Tests.Console.Facades;

/// <summary>Saving a facade into a hardware file that changed or went away meanwhile.</summary>
public sealed class FacadeSaveFailedTests : IAsyncLifetime
{
    private ConsoleUnderTest _gateway = null!;
    private Chromium _chromium = null!;
    private MeddledJournal _journal = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _gateway = await ConsoleUnderTest.StartAsync(
            TwoTowers.Json,
            services => services.AddSingleton<IJournal>(provider => _journal = new MeddledJournal(provider.GetRequiredService<SqliteJournal>())));
        _chromium = await Chromium.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _chromium.DisposeAsync();
        await _gateway.DisposeAsync();
    }

    [Fact(Timeout = 120_000)]
    public async Task Camera_that_somebody_else_changed_meanwhile_is_not_overwritten_and_the_text_is_offered()
    {
        var page = await _chromium.OpenAsync(_gateway, "/facades/tower-1");
        await page.FillAsync("#field-floors", "20");
        await Assertions.Expect(page.Locator("#save")).ToBeEnabledAsync();
        await File.WriteAllTextAsync(_gateway.HardwareFile, TwoTowers.Json.Replace("\"floors\": 18,\n        \"floorHeight\"", "\"floors\": 17,\n        \"floorHeight\"", StringComparison.Ordinal), Token);
        await page.ClickAsync("#save");

        await Assertions.Expect(page.Locator("#outcome")).ToContainTextAsync("已被他人修改");
        await Assertions.Expect(page.Locator("#snippet")).ToBeVisibleAsync();
        Assert.StartsWith("\"facade\": {\n  \"region\": [", await page.InputValueAsync("#snippet"), StringComparison.Ordinal);
        await page.ClickAsync("#copy");
        await Assertions.Expect(page.Locator("#copy")).ToHaveTextAsync("已复制");
        await page.ShootAsync("facade-conflict");
        Assert.Contains("\"floors\": 17", await File.ReadAllTextAsync(_gateway.HardwareFile, Token), StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task File_that_cannot_be_written_is_said_plainly_with_the_text_to_copy()
    {
        var page = await _chromium.OpenAsync(_gateway, "/facades/tower-1");
        await page.FillAsync("#field-floors", "20");
        await Assertions.Expect(page.Locator("#save")).ToBeEnabledAsync();

        // Root writes whatever the mode says, and nobody writes where the file has gone.
        File.Move(_gateway.HardwareFile, _gateway.HardwareFile + ".gone");
        await page.ClickAsync("#save");
        await Assertions.Expect(page.Locator("#outcome")).ToContainTextAsync("无法读取");
        await Assertions.Expect(page.Locator("#snippet")).ToBeVisibleAsync();
        Assert.Contains("\"floors\": 20", await page.InputValueAsync("#snippet"), StringComparison.Ordinal);
        await Assertions.Expect(page.Locator("#standing")).ToContainTextAsync("硬件文件无法读取");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#live > .station-fault").Nth(1)).ToContainTextAsync("无法读取");
        await Assertions.Expect(page.Locator("#field-floors")).ToHaveValueAsync("18");
    }

    [Fact(Timeout = 120_000)]
    public async Task Save_that_fails_after_it_was_recorded_is_recorded_as_failed()
    {
        var page = await _chromium.OpenAsync(_gateway, "/facades/tower-1");
        await page.FillAsync("#field-floors", "20");
        await Assertions.Expect(page.Locator("#save")).ToBeEnabledAsync();

        // Somebody writes the file between the record and the rename.
        _journal.Before = data =>
        {
            if (data.Contains("\"facade-save\"", StringComparison.Ordinal))
            {
                File.AppendAllText(_gateway.HardwareFile, "\n");
            }
        };
        await page.ClickAsync("#save");
        await Assertions.Expect(page.Locator("#outcome")).ToContainTextAsync("已被他人修改");

        var audits = _journal.Appended.Where(data => data.Contains("\"facade-save", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, audits.Count);
        Assert.Contains("\"facade-save\"", audits[0], StringComparison.Ordinal);
        Assert.Contains("\"facade-save-failed\"", audits[1], StringComparison.Ordinal);
        Assert.Contains("was not saved", audits[1], StringComparison.Ordinal);
        Assert.Equal(TwoTowers.Json + "\n", await File.ReadAllTextAsync(_gateway.HardwareFile, Token));
    }

    /// <summary>A journal that something happens before, and that tells what it was given.</summary>
    private sealed class MeddledJournal(IJournal journal) : IJournal
    {
        private readonly ConcurrentQueue<string> _appended = new();

        public Action<string> Before { get; set; } = _ => { };

        public IReadOnlyCollection<string> Appended => _appended;

        public Guid JournalId => journal.JournalId;

        public long LastSequence => journal.LastSequence;

        public ValueTask<JournalRecord> AppendAsync(JournalEntry entry, CancellationToken cancellationToken)
        {
            var data = Encoding.UTF8.GetString(entry.Data.Span);
            Before(data);
            _appended.Enqueue(data);
            return journal.AppendAsync(entry, cancellationToken);
        }
    }
}
