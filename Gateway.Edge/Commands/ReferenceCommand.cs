using System.CommandLine;
using Gateway.Edge.Patrols;

namespace Gateway.Edge.Commands;

/// <summary><c>gateway patrol reference set|show DEVICE</c>: how a camera's view is to look.</summary>
internal static class ReferenceCommand
{
    public static Command Create() => new("reference", "The pictures that patrols compare a camera's view with.")
    {
        CreateSet(),
        CreateShow(),
    };

    private static Command CreateSet()
    {
        var data = CommandSettings.DataOption();
        var device = DeviceArgument();
        var command = new Command("set", "From now on the camera's present view is the right one.") { data, device };
        command.SetAction((parse, stop) => CommandOutcome.RunAsync(parse.InvocationConfiguration.Error, async () =>
        {
            using var gateway = await GatewayApi.OpenAsync(parse.GetValue(data), stop);
            var id = parse.GetRequiredValue(device);
            var set = await gateway.PostAsync<ReferenceSet>(PathOf(id), new { }, stop) ?? throw new CommandFaultException($"There is no device {id} with a camera.");
            parse.InvocationConfiguration.Output.WriteLine($"{set.Device}: 已设定参考画面 / reference picture set");
            return 0;
        }));
        return command;
    }

    private static Command CreateShow()
    {
        var data = CommandSettings.DataOption();
        var device = DeviceArgument();
        var output = new Option<FileInfo?>("--output", "-o") { Description = "Where to write it, a PGM picture; default DEVICE.pgm." };
        var command = new Command("show", "Write the picture to a file.") { data, device, output };
        command.SetAction((parse, stop) => CommandOutcome.RunAsync(parse.InvocationConfiguration.Error, async () =>
        {
            using var gateway = await GatewayApi.OpenAsync(parse.GetValue(data), stop);
            var id = parse.GetRequiredValue(device);
            var picture = await gateway.GetBytesAsync(PathOf(id), stop)
                ?? throw new CommandFaultException($"{id} has no camera, or no reference picture yet. Set one: patrol reference set {id}.");
            var file = parse.GetValue(output)?.FullName ?? Path.GetFullPath(Path.GetFileName(id) + ".pgm");
            await File.WriteAllBytesAsync(file, picture, stop);
            parse.InvocationConfiguration.Output.WriteLine(file);
            return 0;
        }));
        return command;
    }

    private static Argument<string> DeviceArgument() => new("DEVICE") { Description = "Id of a device with a camera." };

    private static string PathOf(string device) => "/api/references/" + Uri.EscapeDataString(device);
}
