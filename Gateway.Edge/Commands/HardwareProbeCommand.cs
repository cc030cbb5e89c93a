using System.CommandLine;
using Gateway.Drivers;
using Gateway.Drivers.Configuration;
using Gateway.Drivers.Devices;
using Gateway.Drivers.Devices.Patrols;
using Gateway.Edge.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Edge.Commands;

/// <summary><c>gateway hardware probe FILE</c>: starts everything that a hardware file describes, and says what is not online and why.</summary>
internal static class HardwareProbeCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "A hardware file, such as hw-configs/demo.json." };
        var simulate = new Option<bool>("--simulate") { Description = "Simulate every bus: nothing is touched." };
        var secrets = new Option<string?>("--secrets") { Description = "The secrets file; otherwise Drivers:SecretsFile of the configuration." };
        var within = new Option<double>("--within") { Description = "Seconds that a device may take to come online; default 10, at most 600.", DefaultValueFactory = _ => 10 };
        var data = CommandSettings.DataOption();
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        var probe = new Command("probe", "Tries every device; exit code 1 when one is not online, 2 when the file cannot be used.") { file, simulate, secrets, within, data, json };
        probe.SetAction((parse, stop) => HardwareFiles.RunAsync(parse.InvocationConfiguration.Error, async () =>
        {
            var patience = TimeSpan.FromSeconds(Math.Clamp(parse.GetValue(within), 0.1, 600));
            var (hardware, options) = HardwareFiles.Read(parse.GetRequiredValue(file), parse.GetValue(secrets), parse.GetValue(simulate));
            using var free = options.Simulate ? null : HardwareFiles.RequireFree(CommandSettings.DataDirectory(parse.GetValue(data)));
            var report = await HardwareProbe.RunAsync(hardware, options, patience, TimeProvider.System, NullLoggerFactory.Instance, stop);
            return Print(report, parse.GetValue(json), parse.InvocationConfiguration.Output);
        }));
        return probe;
    }

    private static int Print(PatrolReport report, bool json, TextWriter output)
    {
        var online = report.Entries.Count(entry => entry.State == DeviceState.Online);
        if (json)
        {
            PatrolReports.PrintJson(report, output);
        }
        else
        {
            PatrolReports.Table(report, output);
            output.WriteLine($"在线 {online} / {report.Entries.Count}");
            output.WriteLine($"{online} of {report.Entries.Count} online");
        }

        return online == report.Entries.Count ? 0 : 1;
    }
}
