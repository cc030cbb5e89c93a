using System.Net;
using System.Text;
using EdgeGateway.Testing;
using Gateway.Drivers.Buses.Http;
using Gateway.Drivers.Devices;
using Gateway.Drivers.FaceGates.Terminals;
using Gateway.Drivers.Tests.Buses.Http;

namespace Gateway.Drivers.Tests.FaceGates.Terminals;

/// <summary>A terminal and the gate that drives it, for one test. Time stands still unless it is moved.</summary>
internal sealed class TerminalBench : IAsyncDisposable
{
    private CancellationTokenSource _stop = new();
    private readonly TemporaryFolder _folder = new();
    private RunningPushBus? _push;
    private HttpClient? _pusher;
    private Task _run = Task.CompletedTask;

    private TerminalBench(FakeTerminal terminal, FakeTimeProvider clock) => (Fake, Clock) = (terminal, clock);

    public FakeTerminal Fake { get; }

    public FakeTimeProvider Clock { get; }

    public TerminalGate Gate { get; private set; } = null!;

    public DeviceReporter Reporter { get; private set; } = null!;

    /// <summary>Everything observed so far but health.</summary>
    public List<Observation> Seen { get; } = [];

    public string StateFile => _folder.File("terminal.json");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<TerminalBench> StartAsync(bool push = false, bool pull = true, bool run = true, string? password = null)
    {
        var clock = new FakeTimeProvider();
        var bench = new TerminalBench(await FakeTerminal.StartAsync(clock, Cancelled), clock);
        if (push)
        {
            bench._push = await RunningPushBus.StartAsync(clock);
            bench._pusher = new HttpClient();
            bench.Fake.Terminal.Pushes = (body, picture) => _ = bench.PushAsync(body.ToJsonString(), picture);
        }

        bench.Build(pull, password);
        if (run)
        {
            bench.Run();
        }

        return bench;
    }

    /// <summary>A new gate for the same terminal, with what the old one has kept.</summary>
    public void Build(bool pull = true, string? password = null)
    {
        var listener = _push is null ? null : new TerminalListener("127.0.0.1", _push.Endpoint.Port, "/push/gate", Encrypted: false);
        var inbox = _push?.Bus.Open(new PushSender(new DeviceId("gate"), "/push/gate") { Allowed = [IPNetwork.Parse("127.0.0.1/32")] });
        var http = new DeviceHttpClient(
            "gate",
            new DeviceHttpSettings { Address = Fake.Address, Login = FakeTerminal.Login with { Password = password ?? FakeTerminal.Login.Password }, RequestTimeout = TimeSpan.FromHours(1) },
            Clock);
        Gate = new TerminalGate(
            new DeviceId("gate"),
            new Wording("门", "Gate"),
            new TerminalSettings { Pull = pull, Listener = listener, DecideWithin = TimeSpan.FromMinutes(1) },
            http,
            inbox,
            TerminalState.Load(StateFile),
            Clock,
            new Random(1),
            new ListLogger<TerminalGate>());
        Reporter = new DeviceReporter(Gate.Id, Gate.Kind, Clock);
    }

    public void Run() => _run = Task.Run(() => Gate.RunAsync(Reporter, _stop.Token));

    /// <summary>Ends the gate as the process does, and keeps the terminal.</summary>
    public async Task EndGateAsync()
    {
        await _stop.CancelAsync();
        await _run.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Gate.Dispose();
        _stop.Dispose();
        _stop = new CancellationTokenSource();
    }

    /// <summary>Waits until something holds; where it takes time, time passes in steps.</summary>
    public async Task UntilAsync(Func<bool> holds, TimeSpan step = default)
    {
        while (true)
        {
            while (Reporter.Queue.TryRead(out var observation))
            {
                if (observation is not HealthChanged)
                {
                    Seen.Add(observation);
                }
            }

            if (holds())
            {
                return;
            }

            Clock.Advance(step);
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, Cancelled);
        }
    }

    public Task UntilHealthAsync(string code, TimeSpan step = default) => UntilAsync(() => Reporter.Health.Code == code, step);

    /// <summary>The events seen so far, of one kind.</summary>
    public List<TerminalEvent> Events(TerminalEventKind kind) => [.. Seen.OfType<TerminalEvent>().Where(one => one.Kind == kind)];

    /// <summary>A person whose face is a small made-up JPEG.</summary>
    public TerminalPerson Person(string number, string name = "Li", byte face = 1, bool readable = true) => new(
        number,
        name,
        Clock.GetUtcNow().AddDays(-1),
        Clock.GetUtcNow().AddYears(1),
        face == 0 ? default(ReadOnlyMemory<byte>) : Face(face, readable));

    public static byte[] Face(byte face, bool readable = true) => [0xFF, 0xD8, 0xFF, 0xE0, face, .. new byte[3000], 0xFF, readable ? (byte)0xD9 : (byte)0];

    public async Task PushAsync(string json, byte[]? picture)
    {
        using var form = new MultipartFormDataContent { { new StringContent(json, Encoding.UTF8, "application/json"), "event_log" } };
        if (picture is not null)
        {
            form.Add(new ByteArrayContent(picture) { Headers = { ContentType = new("image/jpeg") } }, "Picture", "p.jpg");
        }

        using var answer = await _pusher!.PostAsync(new Uri(_push!.Url("/push/gate")), form, Cancelled);
    }

    public async ValueTask DisposeAsync()
    {
        await EndGateAsync();
        if (_push is not null)
        {
            await _push.DisposeAsync();
        }

        _pusher?.Dispose();
        await Fake.DisposeAsync();
        _folder.Dispose();
        _stop.Dispose();
    }
}
