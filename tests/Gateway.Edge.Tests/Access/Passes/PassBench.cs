using EdgeGateway.Testing;
using Gateway.Edge.Access.Decisions;
using Gateway.Edge.Access.Passes;
using Gateway.Edge.Tests.Access.Decisions;

namespace Gateway.Edge.Tests.Access.Passes;

/// <summary>A book of passes on the real disk that can be closed and opened again.</summary>
internal sealed class PassBench : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public PassBench()
    {
        Holder = People.Add("王*");
        Open();
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
        Book = new PassBook(new PassRows(File), Secrets, People, Clock);
        Check = new PassCheck(Book, Secrets);
    }

    public void Dispose()
    {
        Book.Dispose();
        _folder.Dispose();
    }
}
