using Gateway.Edge.Access.Grants.Compound;
using Gateway.Edge.Access.Passes;
using Gateway.Edge.Access.Residents;
using Gateway.Edge.Access.Vehicles.Registry;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Edge.Tests.Console.Residents;

/// <summary>A large compound: ten thousand residents in five thousand flats, a car for each second flat, a card for some, leases.</summary>
internal static class TenThousand
{
    private const int People = 10_000;
    private const int Cars = 2500;
    private const int Cards = 200;

    public static async Task AddAsync(ConsoleUnderTest gateway)
    {
        var ids = await gateway.Roll().PutAllAsync([.. Enumerable.Range(0, People).Select(number => ((Guid?)null, new ResidentDraft($"住户 {number}", Unit(number), $"138{number:00000000}")))], "test", ResidentBench.Token);
        var now = TimeProvider.System.GetUtcNow();
        await gateway.App.Services.GetRequiredService<ICompoundDesk>().SetLeasesAsync([.. ids.Where((_, index) => index % 10 == 0).Select((id, index) => (id, now.AddDays(index)))], "test", ResidentBench.Token);
        var table = string.Concat(Enumerable.Range(0, Cars).Select(number => $"京A{number:00000},住户,住户 {number * 4},{Unit(number * 4)}\r\n"));
        var report = await gateway.App.Services.GetRequiredService<IVehicleDesk>().ImportAsync(System.Text.Encoding.UTF8.GetBytes("车牌,类别,车主,房号\r\n" + table), dryRun: false, "test", ResidentBench.Token);
        Assert.Equal((Cars, 0), (report.Added, report.FaultCount));
        foreach (var id in ids.Take(Cards))
        {
            Assert.NotNull(gateway.Passes().Issue(new PassRequest(id, id.ToString("N"))).Pass);
        }
    }

    private static string Unit(int number) => $"{number / 500 + 1}-{number % 500 / 2:0000}";
}
