using EdgeGateway.Testing;
using Gateway.Edge.Access.Decisions;
using Gateway.Edge.Access.Passes;
using Gateway.Edge.Storage;
using Gateway.Edge.Tests.Access.Decisions;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Edge.Tests.Access.Passes;

/// <summary>A book of passes on the real disk that can be closed and opened again.</summary>
internal sealed class PassBench : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public PassBench()
    {
        Holder = People.Add("王*");
        Open();
        // Codes of the start's own step are old.
        Clock.Advance(PassCode.Step);
    }

    public FakeTimeProvider Clock { get; } = new();

    public FakePeople People { get; } = new();

    public KnownPerson Holder { get; }

    public PassSecrets Secrets { get; } = new(new byte[32]);

    public string File => _folder.File("passes.db");

    public PassBook Book { get; private set; } = null!;

    public PassCheck Check { get; private set; } = null!;

    public DateTimeOffset Now => Clock.GetUtcNow();

    public Pass Issue(string? card = null, DateTimeOffset? until = null) => Book.Issue(new PassRequest(Holder.Id, card, until)).Pass!;

    public string Code(Pass pass) => PassCode.Write(Secrets, pass.Id, Now);

    public void Open()
    {
        Book?.Dispose();
        Book = new PassBook(new PassRows(File), Secrets, People, Clock, NullLogger<PassBook>.Instance);
        Check = new PassCheck(Book, Secrets, Clock);
    }

    /// <summary>Whatever is written fails, as on a full disk, until what this answers is disposed of.</summary>
    public IDisposable FullDisk()
    {
        Change("""
            CREATE TRIGGER full_insert BEFORE INSERT ON pass BEGIN SELECT RAISE(FAIL, 'database or disk is full'); END;
            CREATE TRIGGER full_update BEFORE UPDATE ON pass BEGIN SELECT RAISE(FAIL, 'database or disk is full'); END;
            """);
        return new Freed(() => Change("DROP TRIGGER full_insert; DROP TRIGGER full_update;"));
    }

    /// <summary>Another process's connection to the file.</summary>
    public SqliteConnection Connect()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = File, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    public void Dispose()
    {
        Book.Dispose();
        _folder.Dispose();
    }

    private void Change(string sql)
    {
        using var connection = Connect();
        connection.Execute(sql);
    }

    private sealed class Freed(Action free) : IDisposable
    {
        public void Dispose() => free();
    }
}
