using System.Diagnostics;
using Gateway.Edge.Access.Vehicles;
using Gateway.Edge.Access.Vehicles.Registry;
using Gateway.Edge.Access.Vehicles.Stays;

namespace Gateway.Edge.Tests.Access.Vehicles;

/// <summary>A real process in which vehicles come and go, killed at points nobody chose.</summary>
public sealed class VehicleKillTests : IDisposable
{
    private const int Kills = 6;
    private const int Lanes = 4;

    private readonly VehiclesFixture _fixture = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task Kills_lose_no_passing_that_was_acknowledged_and_entries_match_stays()
    {
        var entered = new Dictionary<string, int>(StringComparer.Ordinal);
        var random = new Random(20260601);
        for (var kill = 0; kill < Kills; kill++)
        {
            await DriveUntilKilledAsync(1 + random.Next(150), entered);
        }

        await _fixture.StartAsync();
        var vehicles = await _fixture.Desk.ListAsync(new VehicleFilter(), Stop);

        Assert.Equal(Lanes, vehicles.Count);
        foreach (var vehicle in vehicles)
        {
            var stays = await _fixture.Stays.ListAsync(new StayFilter(vehicle.Plate.Text, Limit: 1000), Stop);
            var used = vehicle.Grant!.EntriesUsed;
            // Each acknowledged entry is there, and at most one more per kill that was not acknowledged in time.
            Assert.InRange(used, entered.GetValueOrDefault(vehicle.Plate.Text), entered.GetValueOrDefault(vehicle.Plate.Text) + Kills);
            Assert.Equal(Math.Min(used, 1000), stays.Count(stay => stay.EnteredAt is not null));
            Assert.True(stays.Count(stay => stay.State == StayState.Inside) <= 1);
        }

        Assert.True(entered.Values.Sum() >= Kills, $"only {entered.Values.Sum()} entries were acknowledged");
    }

    private async Task DriveUntilKilledAsync(int lines, Dictionary<string, int> entered)
    {
        var gateway = typeof(VehicleAccess).Assembly.Location;
        using var child = Process.Start(new ProcessStartInfo("dotnet", [gateway, "vehicles", "soak", "--data", _fixture.Data, "--lanes", $"{Lanes}"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        try
        {
            for (; lines > 0 && await child.StandardOutput.ReadLineAsync(Stop) is { } line; lines--)
            {
                Note(line, entered);
            }

            Assert.False(child.HasExited, "The child ended by itself.");
        }
        finally
        {
            // SIGKILL: no handler runs, nothing is flushed.
            child.Kill();
        }

        // What it still managed to say counts as well; its last line may be cut short.
        foreach (var line in (await child.StandardOutput.ReadToEndAsync(Stop)).Split('\n')[..^1])
        {
            Note(line, entered);
        }

        await child.WaitForExitAsync(Stop);
    }

    private static void Note(string line, Dictionary<string, int> entered)
    {
        if (line.Split(' ') is [var plate, "In"])
        {
            entered[plate] = entered.GetValueOrDefault(plate) + 1;
        }
    }
}
