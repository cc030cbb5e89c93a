using System.Text;
using Gateway.Edge.Commands;
using Gateway.Edge.Journal;

namespace Gateway.Edge.Tests.Journal;

public sealed class JournalDamageTests : IDisposable
{
    private const int PageSize = 4096;

    private readonly JournalFixture _fixture = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task A_flipped_bit_is_named_by_its_sequence()
    {
        await FillAndCloseAsync(300);
        Flip("record 137\"");

        var report = await JournalVerifier.VerifyAsync(_fixture.Paths, media: null, Stop);
        var output = new StringWriter();
        var exitCode = await JournalReports.VerifyAsync(_fixture.Paths, json: false, output, Stop);

        Assert.Equal(137, report.FirstBad);
        Assert.Equal(1, report.ProblemCount);
        Assert.Equal(1, exitCode);
        Assert.Contains("first bad sequence 137", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_corrupted_page_is_set_aside_and_what_is_readable_goes_on_under_its_own_ids()
    {
        var before = await FillAndCloseAsync(600);
        var damagedId = ReadId();
        OverwritePageWith("record 300\"");

        using var journal = _fixture.Open();
        var damage = Assert.IsType<JournalDamage>(journal.Status.Damage);
        var records = await journal.ReadAsync(0, 10_000, Stop);
        var next = await journal.AppendAsync(JournalFixture.Entry("the gates go on"), Stop);

        Assert.True(Directory.Exists(damage.SetAside));
        Assert.Equal(damagedId, damage.JournalId);
        Assert.NotEqual(damagedId, journal.JournalId);
        Assert.InRange(damage.FirstUnreadable!.Value, 250, 300);
        Assert.InRange(damage.Unreadable, 1, 60);
        Assert.Equal(600 - damage.Unreadable, damage.TakenOver);
        Assert.Equal(damage.TakenOver + 1, records.Count);
        Assert.Subset(before.Select(record => record.Id).ToHashSet(), records.Take(records.Count - 1).Select(record => record.Id).ToHashSet());
        Assert.Contains("journal-damaged", Encoding.UTF8.GetString(records[^1].Data.Span), StringComparison.Ordinal);
        Assert.Equal(records.Count + 1, next.Sequence);
        Assert.Empty((await JournalVerifier.VerifyAsync(_fixture.Paths, media: null, Stop)).Problems);
    }

    [Fact]
    public async Task Receipted_records_are_not_taken_over_again()
    {
        using (var journal = _fixture.Open())
        {
            await JournalFixture.FillAsync(journal, 600);
            await journal.TrimAsync(100, Stop);
        }

        OverwritePageWith("record 300\"");
        using var again = _fixture.Open();

        Assert.Equal(500 - again.Status.Damage!.Unreadable, again.Status.Damage.TakenOver);
    }

    [Fact]
    public async Task A_file_that_is_no_database_any_more_is_set_aside_whole()
    {
        await FillAndCloseAsync(10);
        _fixture.Damage(file => file.Write(new byte[PageSize]));

        using var journal = _fixture.Open();
        var record = await journal.AppendAsync(JournalFixture.Entry("begins anew"), Stop);

        Assert.Equal(0, journal.Status.Damage!.TakenOver);
        Assert.Equal(1, journal.Status.Damage.FirstUnreadable);
        Assert.Equal(2, record.Sequence);
    }

    [Fact]
    public async Task A_page_that_breaks_while_running_is_named_by_the_reader_with_file_sequence_and_fix()
    {
        await FillAndCloseAsync(600);
        _fixture.Options.CheckPagesUpToMegabytes = 0;
        OverwritePageWith("record 300\"");
        using var journal = _fixture.Open();

        var refusal = await Assert.ThrowsAsync<JournalUnavailableException>(() => journal.ReadAsync(0, 1000, Stop).AsTask());

        Assert.Contains(_fixture.Paths.File, refusal.Message, StringComparison.Ordinal);
        Assert.Matches("at sequence 2[5-9][0-9]:", refusal.Message);
        Assert.Contains("Restart the gateway", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(601, (await journal.AppendAsync(JournalFixture.Entry("still appends"), Stop)).Sequence);
    }

    [Fact]
    public async Task A_rebuild_that_was_cut_off_before_the_rename_starts_over()
    {
        await FillAndCloseAsync(10);
        Directory.CreateDirectory(_fixture.Paths.RebuildFolder);
        await File.WriteAllTextAsync(JournalPaths.FileIn(_fixture.Paths.RebuildFolder), "half", Stop);

        using var journal = _fixture.Open();

        Assert.Equal(10, journal.LastSequence);
        Assert.False(Directory.Exists(_fixture.Paths.RebuildFolder));
    }

    [Fact]
    public async Task A_rebuild_that_was_cut_off_between_the_renames_is_completed()
    {
        await FillAndCloseAsync(10);
        Directory.Move(_fixture.Paths.Folder, _fixture.Paths.RebuildFolder);

        using var journal = _fixture.Open();

        Assert.Equal(10, journal.LastSequence);
    }

    private async Task<List<JournalRecord>> FillAndCloseAsync(int count)
    {
        using var journal = _fixture.Open();
        return await JournalFixture.FillAsync(journal, count);
    }

    private Guid ReadId()
    {
        using var connection = JournalConnections.OpenOnce(_fixture.Paths.File);
        return JournalEnd.ReadId(connection, _fixture.Paths.File);
    }

    private void Flip(string text)
    {
        var at = Find(text);
        _fixture.Damage(file =>
        {
            file.Position = at;
            file.WriteByte((byte)(Encoding.UTF8.GetBytes(text)[0] ^ 1));
        });
    }

    private void OverwritePageWith(string text)
    {
        var page = Find(text) / PageSize;
        _fixture.Damage(file =>
        {
            file.Position = page * PageSize;
            file.Write(Enumerable.Repeat((byte)0xA5, PageSize).ToArray());
        });
    }

    private int Find(string text)
    {
        var at = File.ReadAllBytes(_fixture.Paths.File).AsSpan().IndexOf(Encoding.UTF8.GetBytes(text));
        Assert.True(at > 0, "The record is not in the file.");
        return at;
    }
}
