using System.Text;
using EdgeGateway.Testing;
using Gateway.Cloud.Contract;
using Gateway.Drivers.Configuration;
using Gateway.Drivers.Devices;
using Gateway.Drivers.FaceGates;
using Gateway.Edge.Access.Decisions;
using Gateway.Edge.Console.GateDisplays;
using Gateway.Edge.Passages;
using Gateway.Edge.Tests.Notices;
using Gateway.Edge.Tests.Passages;
using Microsoft.Extensions.Options;

namespace Gateway.Edge.Tests.Console.GateDisplays;

public sealed class DisplayReaderTests : IDisposable
{
    private static readonly DeviceId East = new("gate-east");
    private static readonly LocalizedText Name = new("东门", "East gate");
    private readonly FakeTimeProvider _clock = new();
    private readonly GateBoard _board;
    private readonly NoticeBench _notices = new();

    public DisplayReaderTests() => _board = new GateBoard(_clock);

    private static KnownPerson Resident => new(Guid.NewGuid(), "王*", PersonKind.Resident);

    private static KnownPerson Worker => new(Guid.NewGuid(), "王*", PersonKind.TemporaryWorker);

    [Fact]
    public void Answer_of_a_gate_that_stands_still_is_old_after_ten_seconds_for_whoever_connects()
    {
        _board.Show(East, Name, GatePhase.Open, new PassageDecision.OpenedForResident(Resident));
        Assert.Equal(DisplayMood.Welcome, Read().Mood);
        _clock.Advance(TimeSpan.FromSeconds(9.9));
        Assert.Equal(DisplayMood.Welcome, Read().Mood);

        _clock.Advance(TimeSpan.FromSeconds(0.1));

        Assert.Equal(DisplayMood.Idle, Read().Mood);
        _board.Show(East, Name, GatePhase.Open, new PassageDecision.OpenedForResident(Resident));
        Assert.Equal(DisplayMood.Welcome, Read().Mood);
    }

    [Theory]
    [InlineData(null, "请联系物业", "Call the property office")]
    [InlineData("card", "请刷卡，或联系物业", "Use your card, or call the property office")]
    [InlineData("qr", "请出示二维码，或联系物业", "Show your QR code, or call the property office")]
    public void Gate_invites_only_to_what_its_reader_reads(string? reads, string zh, string en)
    {
        Assert.Equal((DisplayMood.Faceless, new LocalizedText(zh, en)), (Read(reads).Mood, Read(reads).Advice));

        _board.Show(East, Name, GatePhase.Idle, null);
        Assert.Equal((DisplayMood.Idle, reads is null), (Read(reads).Mood, Read(reads).Advice is null));

        _board.Show(East, Name, GatePhase.Stranger, new PassageDecision.UnknownPerson());
        Assert.Equal(new LocalizedText(zh, en), Read(reads).Advice);

        foreach (var (cause, words) in (ReadOnlySpan<(RefusalCause, LocalizedText)>)
            [(RefusalCause.NotLive, PassageWords.NotLive), (RefusalCause.NoLongerRegistered, PassageWords.NoLongerRegistered), (RefusalCause.Unclear, PassageWords.CannotTell),
                (RefusalCause.Unclear, PassageWords.Unclear(null)), (RefusalCause.Unclear, PassageWords.Unclear(new("请摘下口罩", "Take off the mask")))])
        {
            _board.Show(East, Name, GatePhase.Refused, new PassageDecision.Refused(cause, words));
            var advice = Read(reads).Advice!;
            Assert.Equal(reads == "card", advice.Zh.Contains("刷卡", StringComparison.Ordinal) && advice.En.Contains("card", StringComparison.Ordinal));
            Assert.Equal(reads == "qr", advice.Zh.Contains("二维码", StringComparison.Ordinal) && advice.En.Contains("QR code", StringComparison.Ordinal));
            Assert.Contains("联系物业", advice.Zh, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void No_refusal_names_anybody_whatever_its_cause()
    {
        foreach (var cause in Enum.GetValues<RefusalCause>().Where(cause => cause is >= RefusalCause.LeaseEnded and <= RefusalCause.BlockedByMode).Append((RefusalCause)999))
        {
            var words = new LocalizedText("王师傅(水电工)的授权 12:00 已结束；请联系物业", "The grant of 王* (plumber) ended at 12:00; call the property office");
            _board.Show(East, Name, GatePhase.Refused, new PassageDecision.Refused(cause, words, Worker));
            var view = Read("qr");

            Assert.Equal(DisplayMood.Refused, view.Mood);
            Assert.NotNull(view.Advice);
            Assert.All((string[])[view.Headline.Zh, view.Headline.En, view.Advice.Zh, view.Advice.En], text => Assert.DoesNotContain("王", text, StringComparison.Ordinal));
        }

        _board.Show(East, Name, GatePhase.Refused, new PassageDecision.Refused(RefusalCause.GrantEnded, new("王", "王"), Worker));
        Assert.Equal(new LocalizedText("授权已结束", "Your access has ended"), Read().Headline);
    }

    [Fact]
    public void Welcome_is_spoken_without_the_name_that_is_shown()
    {
        _board.Show(East, Name, GatePhase.Open, new PassageDecision.OpenedForResident(Resident));
        Assert.Equal((new LocalizedText("欢迎回家，王*", "Welcome home, 王*"), new LocalizedText("欢迎回家", "Welcome home")), (Read().Headline, Read().Said));

        foreach (var leaves in (bool[])[true, false])
        {
            _board.Show(East, Name, GatePhase.Open, new PassageDecision.OpenedForTemporaryWorker(Worker, null, new("慢走，王师傅", "Goodbye, 王*"), leaves));
            Assert.Equal(leaves ? "Goodbye" : "Please come in", Read().Said!.En);
        }
    }

    [Fact]
    public async Task Notice_stands_while_nobody_is_there_and_gives_way_to_whoever_passes()
    {
        await _notices.Desk.ShowAsync(_notices.Notice(), TestContext.Current.CancellationToken);
        Assert.Equal("停水通知", Read().Notice!.Zh);

        _board.Show(East, Name, GatePhase.Open, new PassageDecision.OpenedForResident(Resident));
        Assert.Null(Read().Notice);
        _board.Release(East, active: true);
        Assert.Null(Read().Notice);
    }

    public void Dispose() => _notices.Dispose();

    // Made anew each time, as for a display that connects.
    private DisplayView Read(string? reads = null)
    {
        var reader = reads is null ? "" : $$"""  "reader": { "kind": "serial", "device": "/dev/ttyS9", "reads": "{{reads}}" }, """;
        var hardware = HardwareReader.Parse(
            Encoding.UTF8.GetBytes(ConsoleUnderTest.OneGate.Replace("\"door\": {", reader + "\"door\": {", StringComparison.Ordinal)), "test.json", _ => null);
        var displays = new DisplayReader(_board, new FixedDevices { Hardware = hardware }, Options.Create(new GateDisplayOptions()), _notices.Desk, _clock);
        return displays.Read(Assert.IsType<FaceGateDescription>(displays.Find("gate-east")));
    }
}
