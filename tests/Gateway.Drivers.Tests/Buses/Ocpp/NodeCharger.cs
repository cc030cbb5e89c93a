using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using EdgeGateway.Testing;

namespace Gateway.Drivers.Tests.Buses.Ocpp;

/// <summary>A charger that is not ours: the npm client ocpp-rpc in a process of its own, which ends with the test.</summary>
internal sealed class NodeCharger : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task _reading;
    private readonly Lock _gate = new();
    private readonly Dictionary<int, TaskCompletionSource<JsonObject>> _pending = [];
    private readonly Channel<JsonObject> _called = Channel.CreateUnbounded<JsonObject>();
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<JsonObject> _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> _breaches = [];
    private readonly List<string> _frames = [];
    private int _lastId;

    private NodeCharger(Process process)
    {
        _process = process;
        _reading = ReadAsync();
    }

    /// <summary>What the gateway has called, in order.</summary>
    public ChannelReader<JsonObject> Called => _called.Reader;

    /// <summary>Completes with code and reason when the connection has ended.</summary>
    public Task<JsonObject> Closed => _closed.Task;

    /// <summary>What breaks the official schemas, as the client sees it.</summary>
    public IReadOnlyList<string> Breaches
    {
        get
        {
            lock (_gate)
            {
                return [.. _breaches];
            }
        }
    }

    /// <summary>Every message as it went over the wire, with who sent it.</summary>
    public IReadOnlyList<string> Frames
    {
        get
        {
            lock (_gate)
            {
                return [.. _frames];
            }
        }
    }

    public static async Task<NodeCharger> StartAsync(CancellationToken cancellationToken)
    {
        var script = Path.Combine(TestData.RepositoryRoot, "tests", "Gateway.Drivers.Tests", "Buses", "Ocpp", "charger.cjs");
        var start = new ProcessStartInfo("node", [script]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        var charger = new NodeCharger(Process.Start(start) ?? throw new InvalidOperationException("node did not start."));
        await charger._ready.Task.WaitAsync(cancellationToken);
        return charger;
    }

    /// <summary>Dials in; returns the agreed subprotocol.</summary>
    /// <exception cref="PeerException">Refused.</exception>
    public async Task<string?> ConnectAsync(
        Uri address, string id, string? password, CancellationToken cancellationToken, string[]? protocols = null, string? authority = null)
    {
        var options = new JsonObject { ["endpoint"] = address.ToString().TrimEnd('/') + "/ocpp", ["identity"] = id };
        if (password is not null)
        {
            options["password"] = password;
        }

        if (protocols is not null)
        {
            options["protocols"] = new JsonArray([.. protocols.Select(protocol => (JsonNode?)protocol)]);
            options["strictMode"] = false;
        }

        if (authority is not null)
        {
            options["wsOpts"] = new JsonObject { ["ca"] = authority };
        }

        var done = await DoAsync(new JsonObject { ["do"] = "connect", ["options"] = options }, cancellationToken);
        return (string?)done["protocol"];
    }

    /// <summary>Calls the gateway; returns the result.</summary>
    /// <exception cref="PeerException">Answered with an error.</exception>
    public async Task<JsonObject> CallAsync(string action, string parameters, CancellationToken cancellationToken)
    {
        var done = await DoAsync(new JsonObject { ["do"] = "call", ["action"] = action, ["params"] = JsonNode.Parse(parameters) }, cancellationToken);
        return done["result"]!.AsObject();
    }

    /// <summary>How the charger answers from now on: <c>{"result": {}}</c>, <c>{"error": "code"}</c> or <c>{"silent": true}</c>.</summary>
    public Task BehaveAsync(string action, string answer, CancellationToken cancellationToken) =>
        DoAsync(new JsonObject { ["do"] = "behave", ["action"] = action, ["answer"] = JsonNode.Parse(answer) }, cancellationToken);

    /// <summary>Sends a text as it is.</summary>
    public Task SendRawAsync(string text, CancellationToken cancellationToken) =>
        DoAsync(new JsonObject { ["do"] = "raw", ["text"] = text }, cancellationToken);

    public Task CloseAsync(CancellationToken cancellationToken) => DoAsync(new JsonObject { ["do"] = "close" }, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        await _reading;
        _process.Dispose();
    }

    private async Task<JsonObject> DoAsync(JsonObject command, CancellationToken cancellationToken)
    {
        var done = new TaskCompletionSource<JsonObject>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            command["id"] = ++_lastId;
            _pending[_lastId] = done;
            _process.StandardInput.WriteLine(command.ToJsonString());
            _process.StandardInput.Flush();
        }

        var answer = await done.Task.WaitAsync(cancellationToken);
        return (string?)answer["error"] is { } error ? throw new PeerException(error, (string?)answer["words"] ?? "") : answer;
    }

    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            var message = JsonNode.Parse(line)!.AsObject();
            lock (_gate)
            {
                Take((string)message["event"]!, message);
            }
        }

        _ready.TrySetException(new InvalidOperationException("node ended before it was ready: is ocpp-rpc installed (npm ci)?"));
        _closed.TrySetResult([]);
    }

    private void Take(string occurrence, JsonObject message)
    {
        switch (occurrence)
        {
            case "ready":
                _ready.TrySetResult();
                break;
            case "done":
                _pending.Remove((int)message["id"]!, out var done);
                done?.TrySetResult(message);
                break;
            case "called":
                _called.Writer.TryWrite(message);
                break;
            case "closed":
                _closed.TrySetResult(message);
                break;
            case "frame":
                _frames.Add(string.Create(CultureInfo.InvariantCulture, $"{((bool)message["outbound"]! ? "charger" : "gateway")} {(string)message["message"]!}"));
                break;
            case "breach":
                _breaches.Add(message.ToJsonString());
                break;
            default:
                _breaches.Add(message.ToJsonString());
                break;
        }
    }
}
