using EdgeGateway.Testing;
using Gateway.Drivers.Buses.Ocpp;
using Gateway.Drivers.Buses.Ocpp.Transactions;
using Gateway.Drivers.Buses.Ocpp.Wire;

namespace Gateway.Drivers.Tests.Buses.Ocpp.Transactions;

public sealed class TransactionBookTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _clock = new();
    private TransactionBook _book = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private string Path => _folder.File("charges.json");

    public async ValueTask InitializeAsync() => _book = await OpenAsync();

    public ValueTask DisposeAsync()
    {
        _book.Dispose();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_same_start_is_the_same_transaction_and_any_difference_another()
    {
        var first = await StartAsync(new StartMessage(1, "CARD", 10, _clock.GetUtcNow()));
        var again = await StartAsync(new StartMessage(1, "card", 10, _clock.GetUtcNow()));
        var meter = await StartAsync(new StartMessage(1, "CARD", 11, _clock.GetUtcNow()));
        var later = await StartAsync(new StartMessage(1, "CARD", 11, _clock.GetUtcNow().AddSeconds(-1)));
        var connector = await StartAsync(new StartMessage(2, "CARD", 10, _clock.GetUtcNow()));
        var charger = await _book.StartAsync("other", 1, new StartMessage(1, "CARD", 10, _clock.GetUtcNow()), _clock.GetUtcNow(), Cancelled);

        Assert.True(again.Repeated);
        Assert.Equal(first.Transaction.Id, again.Transaction.Id);
        Assert.Equal(5, new[] { first, meter, later, connector, charger }.Select(noted => noted.Transaction.Id).Distinct().Count());
    }

    [Fact]
    public async Task A_start_without_a_time_is_a_repetition_only_while_the_first_runs()
    {
        var first = await StartAsync(new StartMessage(1, "CARD", 10, null));
        var again = await StartAsync(new StartMessage(1, "CARD", 10, null));
        await StopAsync(new StopMessage(first.Transaction.Id, null, 20, null, OcppStopReason.Local));
        var next = await StartAsync(new StartMessage(1, "CARD", 10, null));

        Assert.True(again.Repeated);
        Assert.False(next.Repeated);
    }

    [Fact]
    public async Task Ids_grow_over_a_restart_and_even_when_the_file_is_lost()
    {
        var first = await StartAsync(new StartMessage(1, "CARD", 0, _clock.GetUtcNow()));
        await ReopenAsync();
        var second = await StartAsync(new StartMessage(2, "CARD", 0, _clock.GetUtcNow()));
        File.Delete(Path);
        _clock.Advance(TimeSpan.FromSeconds(2));
        await ReopenAsync();
        var third = await StartAsync(new StartMessage(3, "CARD", 0, _clock.GetUtcNow()));

        Assert.True(first.Transaction.Id < second.Transaction.Id);
        Assert.True(second.Transaction.Id < third.Transaction.Id);
    }

    [Fact]
    public async Task What_is_kept_comes_back_as_it_was()
    {
        var began = _clock.GetUtcNow().AddHours(-1);
        var running = await StartAsync(new StartMessage(1, "卡-7", 5, began), began);
        var ended = await StartAsync(new StartMessage(2, "CARD", 5, began), began);
        await StopAsync(new StopMessage(ended.Transaction.Id, null, 9, _clock.GetUtcNow(), OcppStopReason.PowerLoss));
        var before = _book.Of("shed");

        await ReopenAsync();

        Assert.Equal(before, _book.Of("shed"));
        Assert.Equal(running.Transaction, _book.Running("shed", 1));
        Assert.Null(_book.Running("shed", 2));
        Assert.Null(_book.Trouble);
    }

    [Theory]
    [InlineData(-1, "CARD", 700, true)]
    [InlineData(99, "card", 700, true)]
    [InlineData(null, null, 700, true)]
    [InlineData(-1, "OTHER", 700, false)]
    [InlineData(-1, "CARD", 400, false)]
    [InlineData(-1, "CARD", null, true)]
    [InlineData(null, null, null, false)]
    public async Task An_unknown_id_is_matched_by_card_and_meter(int? id, string? tag, int? meter, bool found)
    {
        var started = await StartAsync(new StartMessage(1, "CARD", 500, _clock.GetUtcNow()));
        _clock.Advance(TimeSpan.FromHours(1));

        var noted = await StopAsync(new StopMessage(id, tag, meter, _clock.GetUtcNow(), OcppStopReason.Local));

        Assert.Equal(found ? StopMatch.Guessed : StopMatch.Orphan, noted.How);
        Assert.Equal(found, noted.Transaction.Id == started.Transaction.Id);
    }

    [Fact]
    public async Task An_unknown_id_that_fits_two_is_an_orphan_and_both_run_on()
    {
        await StartAsync(new StartMessage(1, "CARD", 0, _clock.GetUtcNow()));
        await StartAsync(new StartMessage(2, "CARD", 0, _clock.GetUtcNow()));
        _clock.Advance(TimeSpan.FromHours(1));

        var noted = await StopAsync(new StopMessage(-1, "CARD", 10, _clock.GetUtcNow(), OcppStopReason.Local));
        var again = await StopAsync(new StopMessage(-1, "CARD", 10, _clock.GetUtcNow(), OcppStopReason.Local));

        Assert.Equal(StopMatch.Orphan, noted.How);
        Assert.Equal((StopMatch.Repeated, noted.Transaction.Id), (again.How, again.Transaction.Id));
        Assert.Equal(2, _book.Of("shed").Count(transaction => transaction.Runs));
    }

    [Fact]
    public async Task An_end_that_comes_after_the_next_start_still_finds_its_transaction()
    {
        var first = await StartAsync(new StartMessage(1, "CARD", 0, _clock.GetUtcNow()));
        var end = _clock.GetUtcNow().AddMinutes(10);
        _clock.Advance(TimeSpan.FromMinutes(20));
        var next = await StartAsync(new StartMessage(1, "CARD", 50, _clock.GetUtcNow()));
        _clock.Advance(TimeSpan.FromMinutes(1));

        var noted = await StopAsync(new StopMessage(first.Transaction.Id, "CARD", 40, end, OcppStopReason.EVDisconnected), end);

        Assert.Equal((first.Transaction.Id, OcppStopReason.Unknown), (next.Superseded!.Id, next.Superseded.Reason));
        Assert.Equal((40, OcppStopReason.EVDisconnected, end), (noted.Transaction.WattHours, noted.Transaction.Reason, noted.Transaction.StoppedAt));
        Assert.Equal(next.Transaction.Id, _book.Running("shed", 1)?.Id);
    }

    [Fact]
    public async Task An_older_start_does_not_end_the_one_that_runs()
    {
        var running = await StartAsync(new StartMessage(1, "CARD", 50, _clock.GetUtcNow()));
        var old = _clock.GetUtcNow().AddHours(-3);

        var late = await StartAsync(new StartMessage(1, "CARD", 0, old), old);

        Assert.Null(late.Superseded);
        Assert.Equal(running.Transaction.Id, _book.Running("shed", 1)?.Id);
    }

    [Fact]
    public async Task One_charger_cannot_crowd_another_out()
    {
        var other = await _book.StartAsync("other", 1, new StartMessage(1, "CARD", 0, _clock.GetUtcNow()), _clock.GetUtcNow(), Cancelled);
        for (var i = 0; i < TransactionBook.PerChargePoint + 20; i++)
        {
            await StartAsync(new StartMessage(1, "CARD", i, _clock.GetUtcNow()));
        }

        Assert.Equal(TransactionBook.PerChargePoint, _book.Of("shed").Count);
        Assert.Equal(TransactionBook.PerChargePoint + 19, _book.Of("shed")[^1].MeterStart);
        Assert.Equal(other.Transaction.Id, _book.Running("other", 1)?.Id);
    }

    [Fact]
    public async Task What_ended_long_ago_is_forgotten()
    {
        var first = await StartAsync(new StartMessage(1, "CARD", 0, _clock.GetUtcNow()));
        await StopAsync(new StopMessage(first.Transaction.Id, null, 1, _clock.GetUtcNow(), OcppStopReason.Local));
        _clock.Advance(TimeSpan.FromDays(91));

        var next = await StartAsync(new StartMessage(1, "CARD", 1, _clock.GetUtcNow()));

        Assert.Equal(next.Transaction.Id, Assert.Single(_book.Of("shed")).Id);
    }

    [Theory]
    [InlineData("{ half a fi")]
    [InlineData("""{"an":"object"}""")]
    [InlineData("[7]")]
    public async Task A_file_that_cannot_be_understood_is_put_aside(string content)
    {
        await File.WriteAllTextAsync(Path, content, Cancelled);
        await ReopenAsync();

        Assert.Contains("charges.json", _book.Trouble, StringComparison.Ordinal);
        Assert.Equal(content, await File.ReadAllTextAsync(Path + ".unreadable", Cancelled));
        await StartAsync(new StartMessage(1, "CARD", 0, _clock.GetUtcNow()));
        Assert.Null(_book.Trouble);
    }

    [Fact]
    public async Task A_disk_that_cannot_be_written_is_told_and_the_charger_answered()
    {
        _book.Dispose();
        await File.WriteAllTextAsync(_folder.File("file"), "", Cancelled);
        _book = new TransactionBook(new TransactionFile(System.IO.Path.Combine(_folder.File("file"), "charges.json")), _clock);

        var noted = await StartAsync(new StartMessage(1, "CARD", 0, _clock.GetUtcNow()));

        Assert.NotNull(_book.Trouble);
        Assert.Equal(noted.Transaction, _book.Running("shed", 1));
    }

    private async Task<TransactionBook> OpenAsync()
    {
        var book = new TransactionBook(new TransactionFile(Path), _clock);
        await book.LoadAsync(Cancelled);
        return book;
    }

    private async Task ReopenAsync()
    {
        _book.Dispose();
        _book = await OpenAsync();
    }

    private Task<StartNoted> StartAsync(StartMessage start, DateTimeOffset? at = null) =>
        _book.StartAsync("shed", start.Connector!.Value, start, at ?? start.Timestamp ?? _clock.GetUtcNow(), Cancelled);

    private Task<StopNoted> StopAsync(StopMessage stop, DateTimeOffset? at = null) => _book.StopAsync("shed", stop, at ?? _clock.GetUtcNow(), Cancelled);
}
