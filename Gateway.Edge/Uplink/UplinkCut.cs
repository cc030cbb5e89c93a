using System.Net;
using System.Net.Sockets;
using Gateway.Drivers.Simulation.Scenarios;

namespace Gateway.Edge.Uplink;

/// <summary>
/// Takes the network away from the uplink for a while, so that a scenario can show that nothing is lost: a relay on loopback stands
/// between the session and a broker on this machine, and a cut closes every connection and accepts none. Safe for several threads.
/// </summary>
internal sealed class UplinkCut : BackgroundService, IScenarioTarget
{
    /// <summary>What scenarios call it.</summary>
    public const string Name = "uplink";

    private static readonly TimeSpan s_usually = TimeSpan.FromMinutes(1);
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly TimeProvider _time;
    private readonly int _brokerPort;
    private readonly Lock _gate = new(); // guards both below
    private CancellationTokenSource _lines = new(); // of the present connections
    private bool _isCut;

    /// <summary>Listens at once, so that the port is known before the session is made.</summary>
    public UplinkCut(int brokerPort, TimeProvider time)
    {
        (_brokerPort, _time) = (brokerPort, time);
        _listener.Start();
    }

    /// <summary>Where the session is to connect, on loopback.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <inheritdoc/>
    public IReadOnlyList<string> Deeds { get; } = ["cut"];

    /// <inheritdoc/>
    public async Task ActAsync(ScenarioAct act, CancellationToken cancellationToken)
    {
        CancellationTokenSource lines;
        lock (_gate)
        {
            if (_isCut)
            {
                return; // The first cut ends it.
            }

            (_isCut, lines, _lines) = (true, _lines, new CancellationTokenSource());
        }

        await lines.CancelAsync();
        lines.Dispose();
        try
        {
            await Task.Delay(act.For > TimeSpan.Zero ? act.For : s_usually, _time, cancellationToken);
        }
        finally
        {
            lock (_gate)
            {
                _isCut = false;
            }
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _listener.Dispose();
        _lines.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            TcpClient client;
            try
            {
                client = await _listener.AcceptTcpClientAsync(stoppingToken);
            }
            catch (SocketException)
            {
                // Too many files, a connection that ended while it waited: the next one is tried after a breath.
                await Task.Delay(TimeSpan.FromSeconds(1), _time, stoppingToken);
                continue;
            }

            lock (_gate)
            {
                if (_isCut)
                {
                    client.Dispose();
                }
                else
                {
                    var line = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, _lines.Token);
                    _ = Task.Run(() => RelayAsync(client, line), CancellationToken.None);
                }
            }
        }
    }

    private async Task RelayAsync(TcpClient client, CancellationTokenSource line)
    {
        using (client)
        using (line)
        using (var broker = new TcpClient())
        {
            try
            {
                await broker.ConnectAsync(IPAddress.Loopback, _brokerPort, line.Token);
                await Task.WhenAny(
                    client.GetStream().CopyToAsync(broker.GetStream(), line.Token), broker.GetStream().CopyToAsync(client.GetStream(), line.Token));
                await line.CancelAsync();
            }
            catch (Exception error) when (error is SocketException or IOException or OperationCanceledException)
            {
                // As on a real network: whoever is connected sees the line go.
            }
        }
    }
}
