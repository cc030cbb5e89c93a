using System.Threading.Channels;

namespace Gateway.Cloud.Station.Ingest;

/// <summary>
/// What receipts are owed: filled by the ingest loop after each commit, emptied by the publisher. Many commits between two
/// publications make one receipt. Safe for use by several threads.
/// </summary>
internal sealed class ReceiptLedger
{
    private const int MostMedia = 10_000;

    private readonly Lock _gate = new();
    private readonly Channel<bool> _signal = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    // All guarded by _gate. Compounds without a journal of their own event get all of their journals.
    private readonly HashSet<JournalKey> _journals = [];
    private readonly HashSet<string> _compounds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _media = new(StringComparer.Ordinal);

    /// <summary>Notes what a commit owes.</summary>
    public void Owe(BatchOutcome outcome)
    {
        lock (_gate)
        {
            _journals.UnionWith(outcome.Journals);
            _compounds.UnionWith(outcome.CameOnline);
            foreach (var (compound, sha256) in outcome.Media)
            {
                OweMedium(compound, sha256);
            }
        }

        _signal.Writer.TryWrite(true);
    }

    /// <summary>Notes that every journal of these compounds is owed a receipt.</summary>
    public void Owe(IEnumerable<string> compounds)
    {
        lock (_gate)
        {
            _compounds.UnionWith(compounds);
        }

        _signal.Writer.TryWrite(true);
    }

    /// <summary>Puts back media that could not be told.</summary>
    public void GiveBack(JournalKey journal, IEnumerable<string> media)
    {
        lock (_gate)
        {
            _journals.Add(journal);
            foreach (var sha256 in media)
            {
                OweMedium(journal.Compound, sha256);
            }
        }
    }

    /// <summary>Completes when something is owed.</summary>
    public async ValueTask WaitAsync(CancellationToken cancellationToken) => await _signal.Reader.ReadAsync(cancellationToken);

    /// <summary>Takes all that is owed.</summary>
    public (IReadOnlyCollection<JournalKey> Journals, IReadOnlyCollection<string> Compounds, Dictionary<string, HashSet<string>> Media) Take()
    {
        lock (_gate)
        {
            var taken = (_journals.ToArray(), _compounds.ToArray(), new Dictionary<string, HashSet<string>>(_media, StringComparer.Ordinal));
            _journals.Clear();
            _compounds.Clear();
            _media.Clear();
            return taken;
        }
    }

    private void OweMedium(string compound, string sha256)
    {
        if (!_media.TryGetValue(compound, out var list))
        {
            _media.Add(compound, list = new(StringComparer.Ordinal));
        }

        // Beyond the bound the gateway is not told, sends the medium again and is told then.
        if (list.Count < MostMedia)
        {
            list.Add(sha256);
        }
    }
}
