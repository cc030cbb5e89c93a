using System.Text;
using EdgeGateway.Testing;
using Gateway.Cloud.Contract;
using Gateway.Drivers.Configuration;
using Gateway.Edge.Journal;
using Gateway.Edge.Notices;
using Gateway.Edge.Tests.Console;
using Gateway.Edge.Tests.Passages;
using Gateway.Edge.Tests.Uplink;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Edge.Tests.Notices;

/// <summary>A desk of notices for a compound with the one gate <c>gate-east</c>.</summary>
internal sealed class NoticeBench : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public NoticeBench() => Desk = New();

    public FakeTimeProvider Clock { get; } = new();

    public MemoryJournal Journal { get; } = new();

    public NoticeDesk Desk { get; private set; }

    public string File => _folder.File("notices.json");

    public DateTimeOffset Now => Clock.GetUtcNow();

    public GateNotice Notice(string zh = "停水通知", NoticeSource source = NoticeSource.Property, TimeSpan? from = null, TimeSpan? lasts = null, params string[] gates) =>
        new(Guid.CreateVersion7(), new LocalizedText(zh, zh + " in English"), gates, Now + (from ?? TimeSpan.Zero), Now + (from ?? TimeSpan.Zero) + (lasts ?? TimeSpan.FromHours(1)), source, "test");

    /// <summary>The gateway starts again.</summary>
    public void Restart()
    {
        Desk.Dispose();
        Desk = New();
    }

    public NoticeDesk New(IJournal? journal = null) => new(
        new NoticeFile(File),
        new FixedDevices { Hardware = HardwareReader.Parse(Encoding.UTF8.GetBytes(ConsoleUnderTest.OneGate), "test.json", _ => null) },
        journal ?? Journal,
        Clock,
        NullLogger<NoticeDesk>.Instance);

    public void Dispose()
    {
        Desk.Dispose();
        _folder.Dispose();
    }
}
