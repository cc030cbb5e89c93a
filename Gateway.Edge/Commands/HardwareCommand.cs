using System.CommandLine;
using Gateway.Drivers.Configuration;

namespace Gateway.Edge.Commands;

/// <summary><c>gateway hardware</c>: checks a hardware file and names every error at once, and tries out what it describes.</summary>
internal static class HardwareCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "A hardware file, such as hw-configs/demo.json." };
        var validate = new Command("validate", "Checks a hardware file; exit code 1 when it holds errors.") { file };
        validate.SetAction(result => Validate(
            result.GetRequiredValue(file), result.InvocationConfiguration.Output, result.InvocationConfiguration.Error));
        return new Command("hardware", "The compound's devices and what they are wired to.")
        {
            validate, HardwareProbeCommand.Create(), HardwareReleaseCommand.Create(), HardwareDiscoverCommand.Create(), HardwareOnvifCommand.Create(),
        };
    }

    private static int Validate(string path, TextWriter output, TextWriter error)
    {
        try
        {
            var hardware = HardwareReader.Read(path, Environment.GetEnvironmentVariable);
            output.WriteLine($"{path}: OK. {hardware.Site.Name.Zh} / {hardware.Site.Name.En}");
            foreach (var device in hardware.Devices)
            {
                output.WriteLine($"  {device.Head.Kind} {device.Id}: {device.Name.Zh} / {device.Name.En}, {device.Summary}");
            }

            return 0;
        }
        catch (HardwareFileException fault)
        {
            HardwareFaults.Print(fault, error);
            return 1;
        }
    }
}
