using Gateway.Cloud.Contract.Hosting;
using Gateway.Drivers;
using Gateway.Drivers.Configuration;
using Gateway.Edge.Storage;

namespace Gateway.Edge.Commands;

/// <summary>What the verbs that touch the hardware share.</summary>
internal static class HardwareFiles
{
    /// <summary>Reads a hardware file and the drivers' settings.</summary>
    /// <exception cref="HardwareFileException">The file cannot be used.</exception>
    public static (HardwareFile Hardware, DriversOptions Options) Read(string path, string? secrets, bool simulate)
    {
        var configuration = CommandSettings.Load(data: null);
        var options = new DriversOptions();
        StrictBinder.Bind(configuration.GetSection("Drivers"), options);
        options.HardwareFile = path;
        options.SecretsFile = secrets ?? options.SecretsFile;
        options.Simulate |= simulate;
        return (HardwareReader.Read(path, name => configuration[name]), options);
    }

    /// <summary>Keeps a gateway from starting meanwhile; null where there is no data directory, so that none can run.</summary>
    /// <exception cref="CommandFaultException">A gateway runs: it holds the lines.</exception>
    public static IDisposable? RequireFree(string dataDirectory) => !Directory.Exists(dataDirectory)
        ? null
        : DataDirectoryLock.TryTake(dataDirectory) ?? throw new CommandFaultException(
            $"""
            网关正在 {dataDirectory} 上运行，线路已被占用。请先停止网关，或使用 gateway patrol run。
            The gateway runs on {dataDirectory} and holds the lines. Stop it first, or use gateway patrol run.
            """);

    /// <summary>Runs a verb; a file that cannot be used ends with exit code 2 and every error.</summary>
    public static Task<int> RunAsync(TextWriter errors, Func<Task<int>> verb) => CommandOutcome.RunAsync(errors, async () =>
    {
        try
        {
            return await verb();
        }
        catch (HardwareFileException fault)
        {
            PrintErrors(fault, errors);
            return 2;
        }
    });

    /// <summary>Names every error in both languages.</summary>
    public static void PrintErrors(HardwareFileException fault, TextWriter errors)
    {
        errors.WriteLine(fault.Message);
        foreach (var problem in fault.Errors)
        {
            errors.WriteLine($"  {problem.Path}（第 {problem.Line} 行）：{problem.Problem.Zh}");
        }
    }
}
