using System.CommandLine;
using Gateway.Drivers.Devices;
using Gateway.Drivers.Simulation.Plates;
using Gateway.Edge.Perception.Plates.Synthetic;

namespace Gateway.Edge.Commands;

/// <summary><c>gateway plates synthesize DIR --set night --count N --seed S [--full]</c>: synthetic pictures with labels.csv beside them.</summary>
internal static class PlatesSynthesizeCommand
{
    private const int Most = 100_000;

    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("DIR") { Description = "Where the pictures and labels.csv go; made if it is not there." };
        var set = new Option<PlateCondition?>("--set") { Description = "What makes them hard; all conditions in turn without it." };
        var count = new Option<int>("--count") { Description = $"How many, 1 to {Most}.", DefaultValueFactory = _ => 100 };
        count.Validators.Add(static result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > Most)
            {
                result.AddError($"--count is from 1 to {Most}.");
            }
        });
        var seed = new Option<int>("--seed") { Description = "The first picture's; the others follow.", DefaultValueFactory = _ => 1 };
        var full = new Option<bool>("--full") { Description = "Whole pictures of a vehicle in its lane instead of plates cut out." };
        var command = new Command("synthesize", "Write synthetic pictures of plates, for measures and trials.") { folder, set, count, seed, full };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetValue(folder)!, new PlateOrder(parsed.GetValue(set), parsed.GetValue(count), parsed.GetValue(seed), parsed.GetValue(full)),
            System.Console.Out, System.Console.Error, cancellationToken));
        return command;
    }

    internal static async Task<int> RunAsync(
        DirectoryInfo folder, PlateOrder order, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        try
        {
            var set = new PlateSet(await PlateGlyphs.SharedAsync());
            var written = await PlateFolder.WriteAsync(folder.FullName, set.Of(order), cancellationToken);
            await output.WriteLineAsync($"{folder.FullName}: {written} pictures and {PlateFolder.Labels}");
            return 0;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or DeviceFaultException)
        {
            await errors.WriteLineAsync(fault.Message);
            return 1;
        }
    }
}
