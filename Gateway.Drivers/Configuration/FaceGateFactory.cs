using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.FaceGates;
using Gateway.Drivers.Simulation;
using Microsoft.Extensions.Options;

namespace Gateway.Drivers.Configuration;

/// <summary>Builds gates from their descriptions and keeps the buses that they share.</summary>
internal sealed class FaceGateFactory : IDisposable
{
    private readonly Dictionary<string, SimulatedBus> _buses;
    private readonly SecretsFile _secrets;
    private readonly TimeProvider _clock;
    private readonly string _ffmpeg;

    public FaceGateFactory(HardwareFile hardware, SecretsFile secrets, IOptions<DriversOptions> options, TimeProvider clock)
    {
        (_secrets, _clock, _ffmpeg) = (secrets, clock, options.Value.Ffmpeg);
        _buses = hardware.Buses.ToDictionary(bus => bus.Id, bus => new SimulatedBus(bus.Simulation, clock), StringComparer.Ordinal);
    }

    /// <exception cref="HardwareFileException">The gate names a secret that does not exist.</exception>
    public FaceGate Create(FaceGateDescription gate, Random random)
    {
        var settings = gate.Camera with
        {
            Ffmpeg = _ffmpeg,
            Credentials = gate.Secret is { } secret ? _secrets.Credentials(secret, gate.Id.Value) : null,
        };
        var camera = new FfmpegVideoSource(settings, _clock, new Random(random.Next()));
        var bus = _buses[gate.Bus];
        return new FaceGate(gate.Id, gate.Name, camera, bus.OpenOutput(gate.Relay), bus.OpenInput(gate.Contact), gate.Door, _clock);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var bus in _buses.Values)
        {
            bus.Dispose();
        }
    }
}
