using System.Text;
using EdgeGateway.Testing;
using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Alerts.Strangers;
using Gateway.Edge.Alerts.Strangers.Visits;
using Gateway.Edge.Tests.Access.Residents;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Edge.Tests.Alerts.Strangers.Visits;

/// <summary>Book, stores and ledger over one data directory, on a clock that moves when told; all but the directory can be begun anew.</summary>
internal sealed class VisitsFixture : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private SqliteStrangerStore _strangers;

    public VisitsFixture() => Begin();

    public static LocalizedText Name(string gate) => new($"{gate}门", $"{gate} gate");

    public FakeTimeProvider Clock { get; } = new();

    public StrangerOptions Options { get; } = new();

    public MadeUpFaces Gallery { get; } = new();

    public StrangerBook Book { get; private set; }

    public ReturningFaces Faces { get; private set; }

    public VisitStore Store { get; private set; }

    public VisitLedger Ledger { get; private set; }

    public DateTimeOffset Now => Clock.GetUtcNow();

    /// <summary>The newest visit as it is kept.</summary>
    public Visit Newest => Store.List(new VisitFilter(Limit: 1))[0];

    /// <summary>A face is seen now; the finding of it, not yet told.</summary>
    public LingeringFinding? See(int face, string gate = "east", string? portrait = null) =>
        See(new Sighting(gate, Name(gate), Strangers.Faces.Unit(face), ReadOnlyMemory<byte>.Empty, 0.5f, Now), portrait);

    public LingeringFinding? See(Sighting sighting, string? portrait = null)
    {
        var seen = Book.Add(sighting);
        _strangers.Save(seen.Stranger, seen.Forgotten);
        return Ledger.Follow(seen, sighting, portrait is null ? null : new MediaReference(portrait, "image/jpeg", 1, "portrait"));
    }

    /// <summary>One visit with one sighting at each gate, and then its end.</summary>
    public Visit Visit(int face, params string[] gates)
    {
        foreach (var gate in gates)
        {
            See(face, gate);
            Clock.Advance(TimeSpan.FromMinutes(1));
        }

        var id = Newest.Id;
        Clock.Advance(Options.Window + TimeSpan.FromMinutes(1));
        Tick();
        return Store.Find(id)!;
    }

    /// <summary>What the gateway does every few minutes.</summary>
    public void Tick()
    {
        Ledger.Tick();
        Book.ForgetExpired(Now);
        _strangers.EraseBefore(Now - Options.Window);
    }

    /// <summary>Ends everything and begins again from what the disk holds.</summary>
    public void Restart()
    {
        Store.Dispose();
        _strangers.Dispose();
        Begin();
    }

    /// <summary>True when the bytes stand anywhere in the files of visits and strangers.</summary>
    public bool FilesHold(ReadOnlySpan<byte> bytes)
    {
        foreach (var file in Directory.GetFiles(_folder.Path, "stranger*.db*"))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var all = new byte[stream.Length];
            stream.ReadExactly(all);
            if (all.AsSpan().IndexOf(bytes) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    public bool FilesHold(string text) => FilesHold(Encoding.UTF8.GetBytes(text));

    /// <summary>The sealed face as it lies in the file.</summary>
    public byte[] SealedFace(Guid face)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = _folder.File("stranger-visits.db"), Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT sealed FROM face WHERE id = $id";
        command.Parameters.AddWithValue("$id", face.ToString());
        return (byte[])command.ExecuteScalar()!;
    }

    public void Dispose()
    {
        Store.Dispose();
        _strangers.Dispose();
        _folder.Dispose();
    }

    [System.Diagnostics.CodeAnalysis.MemberNotNull(nameof(_strangers), nameof(Book), nameof(Faces), nameof(Store), nameof(Ledger))]
    private void Begin()
    {
        _strangers = SqliteStrangerStore.Open(_folder.Path, NullLogger<SqliteStrangerStore>.Instance);
        Book = new StrangerBook(Options);
        Book.Restore(_strangers.Load(), Now);
        Faces = new ReturningFaces(Options, Gallery);
        Store = VisitStore.Open(_folder.Path, NullLogger<VisitStore>.Instance);
        Ledger = new VisitLedger(Options, Faces, Store, _strangers, Clock, NullLogger<VisitLedger>.Instance);
    }
}
