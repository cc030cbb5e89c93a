using Gateway.Drivers.Buses.Gpio;
using Gateway.Drivers.Buses.Onvif;
using Gateway.Drivers.Buses.Sensors;
using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Buses.Video.Pictures;
using Gateway.Drivers.FallingObjectCameras;
using Gateway.Drivers.Devices;
using Gateway.Drivers.Simulation;
using Gateway.Drivers.Simulation.Plates;
using Gateway.Drivers.Simulation.Vehicles;
using Microsoft.Extensions.Logging;

namespace Gateway.Drivers.Configuration;

/// <summary>
/// What one device or bus is built of. It keeps the lines that were taken through it and gives them back, each at its safe level, when
/// it is disposed of: after the device has come to rest. Not thread-safe.
/// </summary>
internal sealed class DriverParts(string consumer, BusRack buses, DriverSurroundings around, Random random) : IAsyncDisposable
{
    private readonly List<IAsyncDisposable> _lines = [];

    /// <summary>All time of the drivers; runs faster than the wall clock in an accelerated simulation.</summary>
    public TimeProvider Clock => around.Clock;

    /// <summary>The device's own generator: Random is not thread-safe, and a seed still decides them all.</summary>
    public Random Random => random;

    public ILoggerFactory Loggers => around.Loggers;

    public DriversOptions Options => around.Options;

    /// <summary>The things behind simulated lines.</summary>
    public SimulatedWorld World => around.World;

    /// <summary>True where the bus is a simulated one, by its kind or because all are.</summary>
    public bool IsSimulated(string bus) => buses.Find(bus) is SimulatedBus;

    /// <summary>An output, taken when it is first driven.</summary>
    public IDigitalOutput Output(Wire wire, bool safeActive = false)
    {
        var line = new LazyOutput(
            Bus<IDigitalBus>(wire.Bus), new OutputLine(wire.Address, consumer) { ActiveLow = wire.ActiveLow, SafeActive = safeActive });
        _lines.Add(line);
        return line;
    }

    /// <summary>An input, taken when it is first asked. Several devices may have the same one.</summary>
    public IDigitalInput Input(Wire wire)
    {
        var inputs = buses.Inputs(wire.Bus) ?? throw new HardwareFileException($"{consumer}: the bus {wire.Bus} has no inputs.");
        var address = new InputLine(wire.Address, consumer) { ActiveLow = wire.ActiveLow, Bias = wire.Bias, Debounce = wire.Debounce };
        var line = new LazyInput(inputs, address);
        _lines.AddRange([line, inputs.Claim(address)]);
        return line;
    }

    /// <summary>A sensor, which need not be there yet: that shows when it is read.</summary>
    public ISensor Sensor(SensorWire wire) => Bus<ISensorBus>(wire.Bus).Open(wire.Address);

    /// <summary>A bus's face for one use.</summary>
    /// <exception cref="HardwareFileException">The bus has no such face; the reader should have said so.</exception>
    public T Bus<T>(string id)
        where T : class =>
        buses.Find(id) as T ?? throw new HardwareFileException($"{consumer}: the bus {id} has no {typeof(T).Name}.");

    /// <summary>The login that a section names; null for none.</summary>
    /// <exception cref="HardwareFileException">There is no such entry.</exception>
    public CameraCredentials? Credentials(string? secret) => secret is null ? null : around.Secrets.Credentials(secret, consumer);

    /// <summary>A camera in colour, read while its loop runs; one in software where everything is simulated, which the world then knows by the
    /// device's id with <c>.camera</c> behind it.</summary>
    /// <param name="camera">From the hardware file.</param>
    /// <exception cref="HardwareFileException">It names a secret that does not exist.</exception>
    public ICameraFeed Camera(CameraDescription camera)
    {
        if (IsSimulated(camera))
        {
            var simulated = new SimulatedColourCamera(camera.Settings, around.Clock, new ScenePainter(calibration: null, random.Next()));
            around.World.Place(consumer + ".camera", simulated);
            return simulated;
        }

        var settings = Complete(camera);
        return new FfmpegVideoSource(settings, around.Clock, new Random(random.Next()), Finder(settings));
    }

    /// <summary>The same for a camera beside a barrier's lane: a simulated one sees the vehicles that come to the simulated barrier.</summary>
    /// <param name="camera">From the hardware file.</param>
    /// <exception cref="HardwareFileException">It names a secret that does not exist.</exception>
    public ICameraFeed LaneCamera(CameraDescription camera)
    {
        if (!IsSimulated(camera) || around.World.Find<SimulatedBarrier>(consumer) is not { } barrier)
        {
            return Camera(camera);
        }

        var plates = new LanePlates(PlateGlyphs.SharedAsync(), around.Loggers.CreateLogger<LanePlates>());
        var painter = new ScenePainter(calibration: null, random.Next(), new LanePainter(barrier.Traffic, plates));
        var simulated = new SimulatedColourCamera(camera.Settings, around.Clock, painter);
        barrier.Traffic.Watch(simulated.Wake);
        around.World.Place(consumer + ".camera", simulated);
        return simulated;
    }

    /// <summary>The same for a camera that watches a facade, in grey; the world knows a simulated one by the device's id.</summary>
    /// <param name="camera">From the hardware file.</param>
    /// <param name="scale">How much of its resolution is analysed.</param>
    /// <param name="facade">What a simulated one looks at.</param>
    /// <exception cref="HardwareFileException">It names a secret that does not exist.</exception>
    public ILumaFeed FacadeCamera(CameraDescription camera, AnalysisScale scale, FacadeCalibration facade)
    {
        if (IsSimulated(camera))
        {
            var simulated = new SimulatedLumaCamera(camera.Settings, scale, around.Clock, new ScenePainter(facade, random.Next()));
            around.World.Place(consumer, simulated);
            return simulated;
        }

        var settings = Complete(camera);
        return new FfmpegLumaSource(settings, scale, around.Clock, new Random(random.Next()), Finder(settings));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // Side by side: a bus that is away keeps no other line waiting, and one line's fault keeps none from its safe level.
        await Task.WhenAll(_lines.Select(line => line.DisposeAsync().AsTask()));
        _lines.Clear();
    }

    private bool IsSimulated(CameraDescription camera) => around.Options.Simulate || camera.Settings.Url == CameraDescription.Simulated;

    private VideoSettings Complete(CameraDescription camera) => camera.Settings with
    {
        Ffmpeg = around.Options.Ffmpeg,
        Credentials = Credentials(camera.Secret),
        Recording = camera.Settings.Recording is { } recording
            ? recording with { Folder = Path.Combine(Path.GetFullPath(around.Options.StateFolder), "recordings", consumer) }
            : null,
        Reference = ReferencePictureFile.PathOf(around.Options, new DeviceId(consumer)),
    };

    private Func<CancellationToken, Task<Uri>>? Finder(VideoSettings settings) =>
        settings.AsksForAddress ? OnvifStreamAddress.Finder(settings, around.Clock) : null;
}
