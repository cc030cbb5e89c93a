using System.Collections.Concurrent;
using System.Net;
using System.Security.Claims;
using System.Text;
using EdgeGateway.Testing;
using EdgeGateway.Testing.Browser;
using Gateway.Edge.Console.Facades;
using Gateway.Edge.Journal;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Edge.Tests.Console.Facades;

/// <summary>Who looks at unmasked pictures of windows is on record.</summary>
public sealed class FacadeLooksTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 5, 1, 8, 0, 0, TimeSpan.Zero));
    private readonly ListJournal _journal = new();
    private readonly FacadeLooks _looks;

    public FacadeLooksTests() => _looks = new FacadeLooks(_journal, _time, NullLogger<FacadeLooks>.Instance);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Look_is_recorded_when_it_begins_and_again_after_ten_minutes()
    {
        Assert.Null(await LookAsync());
        _time.Advance(FacadeLooks.Again - TimeSpan.FromSeconds(1));
        Assert.Null(await LookAsync());
        var record = Assert.Single(_journal.Entries);
        Assert.Contains("\"facade-look\"", record, StringComparison.Ordinal);
        Assert.Contains("tower-1", record, StringComparison.Ordinal);
        Assert.Contains("administrator, 192.0.2.7", record, StringComparison.Ordinal);

        _time.Advance(TimeSpan.FromSeconds(1));
        await LookAsync();
        Assert.Equal(2, _journal.Entries.Count);
    }

    [Fact]
    public async Task Another_camera_address_or_log_in_is_another_look()
    {
        await LookAsync();
        await LookAsync(device: "tower-2");
        await LookAsync(address: "192.0.2.8");
        await LookAsync(name: "api-key");
        Assert.Equal(4, _journal.Entries.Count);
    }

    [Fact]
    public async Task Look_that_cannot_be_recorded_is_refused_and_tried_again()
    {
        _journal.IsFull = true;
        Assert.Equal(StatusCodes.Status503ServiceUnavailable, (await LookAsync())!.StatusCode);
        _journal.IsFull = false;
        Assert.Null(await LookAsync());
        Assert.Single(_journal.Entries);
    }

    [Fact(Timeout = 120_000)]
    public async Task Stills_of_one_visit_leave_one_record_and_none_are_shown_without()
    {
        var journal = new ListJournal();
        await using var gateway = await ConsoleUnderTest.StartAsync(
            TwoTowers.Json, services => services.AddSingleton<IJournal>(provider => journal.Over(provider.GetRequiredService<SqliteJournal>())));
        using var browser = new FormBrowser(gateway.Address);
        await browser.SignInAsync(gateway);
        for (var still = 0; still < 3; still++)
        {
            using var answer = await browser.GetAsync("/facades/tower-1/still.jpg");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        Assert.Single(journal.Entries, entry => entry.Contains("\"facade-look\"", StringComparison.Ordinal));
        journal.IsFull = true;
        using var refused = await browser.GetAsync("/facades/tower-2/still.jpg");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.DoesNotContain("JFIF", await refused.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    private Task<ProblemHttpResult?> LookAsync(string device = "tower-1", string address = "192.0.2.7", string name = "administrator")
    {
        var context = new DefaultHttpContext { User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, name)], "test")) };
        context.Connection.RemoteIpAddress = IPAddress.Parse(address);
        return _looks.RecordAsync(context, device);
    }

    /// <summary>Remembers what was appended, and goes on to another journal where there is one.</summary>
    private sealed class ListJournal : IJournal
    {
        private readonly ConcurrentQueue<string> _entries = new();
        private IJournal? _under;

        public bool IsFull { get; set; }

        public ConcurrentQueue<string> Entries => _entries;

        public Guid JournalId => _under?.JournalId ?? Guid.Empty;

        public long LastSequence => _under?.LastSequence ?? 0;

        public ListJournal Over(IJournal journal)
        {
            _under = journal;
            return this;
        }

        public ValueTask<JournalRecord> AppendAsync(JournalEntry entry, CancellationToken cancellationToken)
        {
            if (IsFull)
            {
                throw new JournalUnavailableException("The disk is full.");
            }

            _entries.Enqueue(Encoding.UTF8.GetString(entry.Data.Span));
            return _under?.AppendAsync(entry, cancellationToken) ?? ValueTask.FromResult<JournalRecord>(null!);
        }
    }
}
