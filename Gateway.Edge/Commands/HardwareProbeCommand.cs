using System.CommandLine;
using Gateway.Drivers.Devices;
using Gateway.Drivers.Devices.Patrols;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Edge.Commands;

/// <summary><c>gateway hardware probe FILE</c>: starts everything that a hardware file describes, and says what is not online and why.</summary>
internal static class HardwareProbeCommand
{
    private const double LongestWait = 600;

    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "A hardware file, such as hw-configs/demo.json." };
        var simulate = new Option<bool>("--simulate") { Description = "Simulate every bus: nothing is touched." };
        var within = new Option<double>("--within") { Description = "Seconds that a device may take to come online, at most 600.", DefaultValueFactory = _ => 10 };
        var config = new Option<FileInfo?>("--config", "-c") { Description = "The gateway's settings file, for the secrets and the data directory." };
        var data = CommandSettings.DataOption();
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        var probe = new Command("probe", "Tries every device; exit code 1 when one is not online, 2 when the file cannot be used.") { file, simulate, within, config, data, json };
        probe.SetAction((parse, stop) => HardwareFaults.RunAsync(parse.InvocationConfiguration.Error, async () =>
        {
            var patience = TimeSpan.FromSeconds(Math.Clamp(parse.GetValue(within), 0.1, LongestWait));
            using var trial = HardwareTrial.Open(
                parse.GetRequiredValue(file), HardwareTrial.Settings(parse.GetValue(config), parse.GetValue(data)), parse.GetValue(simulate));
            var report = await HardwareProbe.RunAsync(trial.Hardware, trial.Options, patience, TimeProvider.System, NullLoggerFactory.Instance, stop);
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
