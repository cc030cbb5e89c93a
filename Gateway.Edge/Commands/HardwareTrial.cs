using Gateway.Cloud.Contract.Hosting;
using Gateway.Drivers;
using Gateway.Drivers.Configuration;
using Gateway.Edge.Hosting;
using Gateway.Edge.Storage;

namespace Gateway.Edge.Commands;

/// <summary>
/// A hardware file with the drivers' settings and the right to its lines, for a verb that touches them while no gateway does. What the
/// drivers keep goes to the gateway's data directory, or to a folder that is gone afterwards where nothing real is touched.
/// </summary>
internal sealed class HardwareTrial : IDisposable
{
    private readonly IDisposable? _lock;
    private readonly DirectoryInfo? _folder;

    private HardwareTrial(HardwareFile hardware, DriversOptions options, IDisposable? taken, DirectoryInfo? folder) =>
        (Hardware, Options, _lock, _folder) = (hardware, options, taken, folder);

    public HardwareFile Hardware { get; }

    public DriversOptions Options { get; }

    /// <summary>Reads everything, then makes sure that no gateway runs, and that none can start meanwhile.</summary>
    /// <param name="file">The hardware file; null for the one that the settings name.</param>
    /// <param name="settings">What the gateway itself reads.</param>
    /// <param name="simulate">Simulate every bus, whatever the settings say.</param>
    /// <exception cref="HardwareFileException">The file cannot be used.</exception>
    /// <exception cref="CommandFaultException">A gateway runs: it holds the lines.</exception>
    public static HardwareTrial Open(string? file, IConfiguration settings, bool simulate)
    {
        var (gateway, options) = (new GatewayOptions(), new DriversOptions());
        StrictBinder.Bind(settings.GetSection(GatewayOptions.Section), gateway);
        StrictBinder.Bind(settings.GetSection("Drivers"), options);
        options.HardwareFile = file ?? gateway.HardwareFile;
        options.Simulate |= simulate;
        var hardware = HardwareReader.Read(options.HardwareFile, name => settings[name]);
        var data = Path.GetFullPath(gateway.DataDirectory);
        if (options.Simulate || !Directory.Exists(data))
        {
            var folder = Directory.CreateTempSubdirectory("gateway-trial-");
            options.StateFolder = folder.FullName;
            return new HardwareTrial(hardware, options, taken: null, folder);
        }

        options.StateFolder = Path.Combine(data, "drivers");
        var taken = DataDirectoryLock.TryTake(data) ?? throw new CommandFaultException(
            $"""
            网关正在 {data} 上运行，线路已被占用。请先停止网关，或使用 gateway patrol run。
            The gateway runs on {data} and holds the lines. Stop it first, or use gateway patrol run.
            """);
        return new HardwareTrial(hardware, options, taken, folder: null);
    }

    /// <summary>The gateway's settings: a file where one is named, otherwise what every verb reads.</summary>
    /// <exception cref="ConfigurationFaultException">The file cannot be used.</exception>
    public static IConfiguration Settings(FileInfo? config, string? data)
    {
        if (config is null)
        {
            return CommandSettings.Load(data);
        }

        var settings = new ConfigurationManager();
        GatewayConfiguration.Load(settings, config.FullName);
        return settings;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _lock?.Dispose();
        _folder?.Delete(recursive: true);
    }
}
