using System.Globalization;
using EndToEnd.Tests.Harness;

namespace EndToEnd.Tests.Reliability;

/// <summary>
/// Decides whether anything was lost or doubled, from the files of gateway and station alone. It remembers every record that it has ever
/// seen in the journal: one that was there once must stay, as it was.
/// </summary>
internal sealed class Judge(CompoundUnderTest compound)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan s_poll = TimeSpan.FromMilliseconds(10);

    private readonly DataFile _journal = new(Path.Combine(compound.GatewayData, "journal", "journal.db"));
    private readonly DataFile _uplink = new(Path.Combine(compound.GatewayData, "uplink.db"));
    private readonly DataFile _station = new(Path.Combine(compound.StationData, "station.db"));
    private readonly Dictionary<long, StoredRecord> _seen = [];

    /// <summary>The newest sequence in the journal.</summary>
    public long Recorded => _journal.Number("SELECT max(sequence) FROM record");

    /// <summary>Events at the station.</summary>
    public long Arrived => _station.Number("SELECT count(*) FROM events");

    /// <summary>The journal's id as the wire writes it; empty while there is none.</summary>
    public string JournalId => _journal.Look("SELECT hex(id) FROM journal", row => row.GetString(0)) is [var id] ? Guid.Parse(id).ToString() : "";

    /// <summary>Records that the judge has seen.</summary>
    public int Seen => _seen.Count;

    /// <summary>Completes when the journal holds <paramref name="more"/> records more than when called.</summary>
    public Task RecordsAsync(long more, CancellationToken cancellationToken) => GrowsAsync(() => Recorded, more, "recorded", cancellationToken);

    /// <summary>Completes when the station holds <paramref name="more"/> events more than when called.</summary>
    public Task ArrivalsAsync(long more, CancellationToken cancellationToken) => GrowsAsync(() => Arrived, more, "at the station", cancellationToken);

    /// <summary>Notes what the journal holds now, so that it is missed if it is gone later. Returns the newest sequence.</summary>
    public long Remember()
    {
        var records = Records();
        foreach (var record in records)
        {
            Assert.True(
                !_seen.TryGetValue(record.Sequence, out var before) || before == record,
                $"Record {record.Sequence} has changed: it was {before}, it is {record}.");
            _seen[record.Sequence] = record;
        }

        Assert.True(records.Count == _seen.Count, $"{_seen.Count - records.Count} records that were in the journal are gone from it.");
        return records.Count;
    }

    /// <summary>Waits until the gateway holds the station's receipt for all that is recorded now, then compares both sides.</summary>
    public async Task VerdictAsync(CancellationToken cancellationToken)
    {
        var through = Remember();
        Assert.NotEqual(0, through);
        Compare(await ReceiptedAsync(through, cancellationToken));
    }

    /// <summary>Waits until the gateway holds the station's receipt for the present journal through this sequence; through which it does.</summary>
    public Task<long> ReceiptedAsync(long through, CancellationToken cancellationToken) => Eventually.BecomesAsync(
        () => _uplink.Number("SELECT receipted FROM cursor WHERE journal = $journal", ("$journal", JournalId)),
        receipted => receipted >= through,
        s_patience,
        receipted => $"{through} records in the journal, receipted through {receipted}, {Arrived} at the station.\nGateway:\n{compound.Gateway.Process.Tail}\nStation:\n{compound.Station.Process.Tail}",
        cancellationToken,
        s_poll);

    /// <summary>All records of the journal.</summary>
    public IReadOnlyList<StoredRecord> Records() => _journal.Read("SELECT sequence, hex(id), hex(previous_hash), hex(hash) FROM record ORDER BY sequence", Row);

    /// <summary>The ids of all events at the station, of whatever journal.</summary>
    public IReadOnlyList<string> ArrivedIds() => _station.Read(
        "SELECT upper(replace(event_id, '-', '')) FROM events WHERE compound = $compound", row => row.GetString(0), ("$compound", compound.Compound));

    /// <summary>Verifies the hash chain, links and all, with the product's own command.</summary>
    public async Task ChainAsync(CancellationToken cancellationToken)
    {
        var (code, output) = await CompoundUnderTest.GatewayVerbAsync(["journal", "verify", "--data", compound.GatewayData, "--json"], cancellationToken);
        Assert.True(code == 0, output);
    }

    // The station is read first: an event there that the journal lacks was told before it was safe.
    private void Compare(long receipted)
    {
        var journal = JournalId;
        var arrived = _station.Read(
            "SELECT sequence, upper(replace(event_id, '-', '')), upper(previous_hash), upper(hash) FROM events WHERE compound = $compound AND journal = $journal ORDER BY sequence",
            Row,
            ("$compound", compound.Compound),
            ("$journal", journal));
        var recorded = Records().ToDictionary(record => record.Sequence);

        var twice = arrived.GroupBy(record => record.Sequence).Where(group => group.Skip(1).Any()).Select(group => group.Key);
        Assert.True(!twice.Any(), $"Sequences twice at the station: {Some(twice)}");
        var twins = arrived.GroupBy(record => record.Id).Where(group => group.Skip(1).Any()).Select(group => group.Key);
        Assert.True(!twins.Any(), $"Ids twice at the station: {Some(twins)}");
        var there = arrived.ToDictionary(record => record.Sequence);
        var missing = Enumerable.Range(1, (int)receipted).Where(sequence => !there.ContainsKey(sequence));
        Assert.True(!missing.Any(), $"Receipted through {receipted}, not at the station: {Some(missing)}");
        var foreign = arrived.Where(record => !recorded.TryGetValue(record.Sequence, out var own) || own != record);
        Assert.True(!foreign.Any(), $"At the station, otherwise or not at all in the journal: {Some(foreign)}");
        var loose = recorded.Values.Where(record => record.Sequence > 1 && recorded[record.Sequence - 1].Hash != record.PreviousHash);
        Assert.True(!loose.Any(), $"Not linked to the record before: {Some(loose)}");
    }

    private static StoredRecord Row(Microsoft.Data.Sqlite.SqliteDataReader row) => new(row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3));

    private static string Some<T>(IEnumerable<T> all) => string.Create(CultureInfo.InvariantCulture, $"{all.Count()} in all, such as {string.Join(", ", all.Take(10))}");

    private static async Task GrowsAsync(Func<long> ask, long more, string what, CancellationToken cancellationToken)
    {
        var before = ask();
        await Eventually.BecomesAsync(ask, now => now >= before + more, s_patience, now => $"{now} {what}, wanted {before + more}", cancellationToken, s_poll);
    }
}
