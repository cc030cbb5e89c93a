using System.Diagnostics;
using System.Globalization;
using EdgeGateway.Testing;

namespace Gateway.Drivers.Tests.Buses.Modbus;

/// <summary>Units served by pymodbus in a process of its own, over TCP or one end of a pair of serial lines made by socat.</summary>
internal sealed class ModbusPeer : IAsyncDisposable
{
    private readonly Process _process;
    private readonly SemaphoreSlim _turn = new(1);

    private ModbusPeer(Process process) => _process = process;

    public int Port { get; private set; }

    public int ProcessId => _process.Id;

    public static Task<ModbusPeer> TcpAsync(CancellationToken cancellationToken, int port = 0) =>
        StartAsync(["tcp", port.ToString(CultureInfo.InvariantCulture)], cancellationToken);

    public static Task<ModbusPeer> SerialAsync(string device, CancellationToken cancellationToken) => StartAsync([device], cancellationToken);

    /// <summary>Gives one order of those in <c>modbus-peer.py</c>; returns the answer.</summary>
    public async Task<string> TellAsync(string order, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            await _process.StandardInput.WriteLineAsync(order.AsMemory(), cancellationToken);
            await _process.StandardInput.FlushAsync(cancellationToken);
            return await _process.StandardOutput.ReadLineAsync(cancellationToken) ?? throw new InvalidOperationException("The Modbus peer has ended.");
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
        _turn.Dispose();
    }

    private static async Task<ModbusPeer> StartAsync(string[] arguments, CancellationToken cancellationToken)
    {
        var script = Path.Combine(TestData.RepositoryRoot, "tests", "Gateway.Drivers.Tests", "Buses", "Modbus", "modbus-peer.py");
        var start = new ProcessStartInfo("/usr/bin/python3", [script, .. arguments]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        var peer = new ModbusPeer(Process.Start(start) ?? throw new InvalidOperationException("python3 did not start."));
        var words = (await peer._process.StandardOutput.ReadLineAsync(cancellationToken))?.Split(' ');
        if (words is not ["ready", var port])
        {
            await peer.DisposeAsync();
            throw new InvalidOperationException("The Modbus peer ended before it was ready.");
        }

        peer.Port = int.Parse(port, CultureInfo.InvariantCulture);
        return peer;
    }
}
