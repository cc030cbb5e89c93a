using System.Text;
using Gateway.Edge.Access.Csv;
using Gateway.Edge.Access.Vehicles.Registry;

namespace Gateway.Edge.Tests.Access.Vehicles.Csv;

/// <summary>Tables that were damaged on the way: all or nothing, and never a fault that nobody understands.</summary>
public sealed class VehicleImportFuzzTests : IAsyncLifetime
{
    private readonly VehiclesFixture _fixture = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _fixture.StartAsync();

    public ValueTask DisposeAsync()
    {
        _fixture.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_damaged_table_is_refused_with_faults_or_taken_whole_and_never_half()
    {
        await _fixture.AddAsync(VehiclesFixture.Resident("京A12345"));
        await _fixture.AddAsync(_fixture.Visitor("京A12346", entries: 3, hoursOfWeek: "Sat 22:00-02:00"));
        await _fixture.AddAsync(VehiclesFixture.Resident("沪AD12345") with { Note = "=1,\"x\"" });
        var table = await _fixture.Desk.ExportAsync(true, VehiclesFixture.By, Stop);
        var random = new Random(20260601);
        var (refused, taken) = (0, 0);
        for (var run = 0; run < 400; run++)
        {
            var damaged = Damage(table, random);
            var before = await _fixture.Desk.ListAsync(new VehicleFilter(), Stop);

            var dry = await _fixture.Desk.ImportAsync(damaged, dryRun: true, VehiclesFixture.By, Stop);
            Assert.Equal(before, await _fixture.Desk.ListAsync(new VehicleFilter(), Stop));
            var report = await _fixture.Desk.ImportAsync(damaged, dryRun: false, VehiclesFixture.By, Stop);
            var after = await _fixture.Desk.ListAsync(new VehicleFilter(), Stop);

            Assert.Equal((dry.Added, dry.Changed, dry.Unchanged, dry.FaultCount), (report.Added, report.Changed, report.Unchanged, report.FaultCount));
            Assert.All(report.Faults, IsPlain);
            if (report.FaultCount > 0)
            {
                refused++;
                Assert.Equal(before, after);
            }
            else
            {
                taken++;
                Assert.Equal(before.Count + report.Added, after.Count);
            }
        }

        Assert.True(refused > 50 && taken > 5, $"{refused} refused, {taken} taken");
    }

    private static void IsPlain(ImportFault fault)
    {
        Assert.True(fault.Row >= 1 && fault.Value.Length <= 64 && !fault.Value.Any(char.IsControl));
        Assert.True(fault.Reason.Zh.Length > 0 && fault.Reason.En.Length > 0 && fault.Fix.Zh.Length > 0 && fault.Fix.En.Length > 0);
    }

    private static byte[] Damage(byte[] table, Random random)
    {
        var bytes = table.ToList();
        for (var hits = random.Next(1, 4); hits > 0; hits--)
        {
            var position = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0:
                    bytes[position] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveAt(position);
                    break;
                case 2:
                    bytes.Insert(position, (byte)"\",\r\n'=9A"[random.Next(8)]);
                    break;
                case 3:
                    bytes.RemoveRange(position, bytes.Count - position);
                    bytes.AddRange(Encoding.UTF8.GetBytes("\r\n"));
                    break;
                default:
                    bytes.InsertRange(position, bytes.GetRange(random.Next(position + 1), random.Next(Math.Min(20, bytes.Count - position))));
                    break;
            }
        }

        return [.. bytes];
    }
}
