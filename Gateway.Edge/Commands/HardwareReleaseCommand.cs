using System.CommandLine;
using Gateway.Drivers.Buses;
using Gateway.Drivers.Configuration;

namespace Gateway.Edge.Commands;

/// <summary><c>gateway hardware release [FILE]</c>: drives every output to its safe level, for after a gateway that was killed.</summary>
internal static class HardwareReleaseCommand
{
    public static Command Create()
    {
        var file = new Argument<string?>("FILE") { Description = "A hardware file; otherwise Gateway:HardwareFile of the settings.", Arity = ArgumentArity.ZeroOrOne };
        var config = new Option<FileInfo?>("--config", "-c") { Description = "The gateway's settings file." };
        var data = CommandSettings.DataOption();
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var release = new Command("release", "Drives every output to its safe level; exit code 1 when one cannot be reached.") { file, config, data, json };
        release.SetAction((parse, stop) => HardwareFaults.RunAsync(parse.InvocationConfiguration.Error, async () =>
        {
            using var trial = HardwareTrial.Open(
                parse.GetValue(file), HardwareTrial.Settings(parse.GetValue(config), parse.GetValue(data)), simulate: false);
            var secrets = SecretsFile.Read(trial.Options.SecretsFile);
            var lines = await HardwareRelease.RunAsync(trial.Hardware, secrets, trial.Options, TimeProvider.System, stop);
            return Print(lines, parse.GetValue(json), parse.InvocationConfiguration.Output);
        }));
        return release;
    }

    private static int Print(IReadOnlyList<ReleasedLine> lines, bool json, TextWriter output)
    {
        if (json)
        {
            PatrolReports.PrintJson(
                new { outputs = lines.Select(line => new { line.Device, Output = line.Wire.ToString(), line.SafeActive, line.Fault }) }, output);
        }
        else
        {
            foreach (var line in lines)
            {
                output.WriteLine($"{line.Device}  {line.Wire}  {line.Fault ?? (line.SafeActive ? "safe (active)" : "safe (inactive)")}");
            }

            output.WriteLine($"{lines.Count(line => line.Fault is null)} of {lines.Count} outputs are safe; simulated ones are left out");
        }

        return lines.All(line => line.Fault is null) ? 0 : 1;
    }
}
