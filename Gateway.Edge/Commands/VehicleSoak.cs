using System.Globalization;
using Gateway.Drivers.VehicleBarriers;
using Gateway.Edge.Access.Vehicles;
using Gateway.Edge.Access.Vehicles.Registry;
using Gateway.Edge.Journal;
using Gateway.Edge.Perception.Plates;

namespace Gateway.Edge.Commands;

/// <summary>
/// Lets visitors' vehicles come and go without end and prints each passing that is durable, for trials that cut the power or kill the
/// process: every printed passing must be found afterwards.
/// </summary>
internal static class VehicleSoak
{
    /// <summary>Number of a lane's vehicle; printed with each passing.</summary>
    public static string Plate(int lane) => string.Create(CultureInfo.InvariantCulture, $"京A{lane:00000}");

    public static async Task<int> RunAsync(string data, int lanes, TextWriter output, CancellationToken cancellationToken)
    {
        var configuration = CommandSettings.Load(data);
        var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration);
        await using var provider = services.AddJournal(configuration).AddVehicles(configuration).BuildServiceProvider();
        await provider.GetRequiredService<VehiclesStart>().StartAsync(cancellationToken);
        var (desk, access, shared) = (provider.GetRequiredService<IVehicleDesk>(), provider.GetRequiredService<IVehicleAccess>(), TextWriter.Synchronized(output));
        try
        {
            await Task.WhenAll(Enumerable.Range(0, lanes).Select(lane => Task.Run(() => DriveAsync(desk, access, Plate(lane), shared, cancellationToken), cancellationToken)));
        }
        catch (OperationCanceledException)
        {
            // Ctrl-C is the gentle end of a trial.
        }

        return 0;
    }

    private static async Task DriveAsync(IVehicleDesk desk, IVehicleAccess access, string plate, TextWriter output, CancellationToken cancellationToken)
    {
        await desk.AddAsync(new VehicleDraft(plate, VehicleStanding.Visitor, Until: TimeProvider.System.GetUtcNow().AddDays(1), Host: "soak"), "soak", cancellationToken);
        _ = PlateNumber.TryParse(plate, out var number);
        for (var passing = 0; !cancellationToken.IsCancellationRequested; passing++)
        {
            var (direction, at) = (passing % 2 == 0 ? LaneDirection.In : LaneDirection.Out, TimeProvider.System.GetUtcNow());
            var decision = access.Decide(new VehicleQuestion(number, true, PlateColour.Blue, "soak", direction, at));
            await access.PassedAsync(decision, direction, "soak", at, cancellationToken);
            await output.WriteLineAsync($"{plate} {direction}");
            await output.FlushAsync(cancellationToken);
        }
    }
}
