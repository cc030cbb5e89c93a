using Gateway.Drivers.VehicleBarriers;
using Gateway.Edge.Access.Vehicles;
using Gateway.Edge.Access.Vehicles.Stays;

namespace Gateway.Edge.Tests.Access.Vehicles.Stays;

/// <summary>Any series of passings, corrections, clock jumps and restarts against a model that keeps a set of plates.</summary>
public sealed class StayModelTests : IDisposable
{
    private static readonly string[] s_plates = ["京A11111", "京A22222", "沪C33333", "京D44444", "京E55555"];

    private readonly VehiclesFixture _fixture = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _fixture.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Who_is_inside_is_what_the_model_says_and_no_stay_is_negative(int seed)
    {
        _fixture.Settings["Vehicles:FreeMinutes"] = "30";
        await _fixture.StartAsync();
        await _fixture.AddAsync(VehiclesFixture.Resident(s_plates[0]));
        await _fixture.AddAsync(_fixture.Visitor(s_plates[1], hours: 10_000, entries: 1000));
        var random = new Random(seed);
        var (inside, nameless, entered) = (new HashSet<string>(StringComparer.Ordinal), 0, 0);
        for (var step = 0; step < 120; step++)
        {
            var plate = s_plates[random.Next(s_plates.Length)];
            switch (random.Next(12))
            {
                case < 4:
                    await _fixture.PassAsync(plate);
                    inside.Add(plate);
                    entered += plate == s_plates[1] ? 1 : 0;
                    break;
                case < 8:
                    await _fixture.PassAsync(plate, LaneDirection.Out);
                    inside.Remove(plate);
                    break;
                case 8:
                    var coming = random.Next(2) == 0;
                    await _fixture.Access.PassedAsync(
                        new VehicleDecision(VehicleOutcome.Unreadable, new("", ""), null, null, false), coming ? LaneDirection.In : LaneDirection.Out, "north", _fixture.Now, Stop);
                    nameless = coming ? nameless + 1 : Math.Max(nameless - 1, 0);
                    break;
                case 9:
                    _fixture.Clock.SetWall(TimeSpan.FromMinutes(random.Next(-90, 90)));
                    await _fixture.Stays.FindOverstaysAsync(Stop);
                    break;
                case 10:
                    _fixture.Clock.Advance(TimeSpan.FromMinutes(random.Next(60)));
                    break;
                default:
                    if (random.Next(3) == 0)
                    {
                        await _fixture.ReopenAsync();
                    }
                    else if ((await _fixture.Stays.ListAsync(new StayFilter(plate, Inside: true), Stop)) is [var stay])
                    {
                        await _fixture.Stays.EndAsync(stay.Id, new StayCorrection("核对"), VehiclesFixture.By, Stop);
                        inside.Remove(plate);
                    }

                    break;
            }

            var occupancy = await _fixture.Stays.OccupancyAsync(Stop);
            Assert.Equal((inside.Count + nameless, inside.Count(known => known != s_plates[0]) + nameless), (occupancy.Inside, occupancy.Visitors));
        }

        var stays = await _fixture.Stays.ListAsync(new StayFilter(Limit: 1000), Stop);
        Assert.Equal(
            inside.Order(StringComparer.Ordinal),
            stays.Where(stay => stay is { State: StayState.Inside, Plate: not null }).Select(stay => stay.Plate!.Text).Order(StringComparer.Ordinal));
        Assert.All(stays, stay => Assert.True(!(stay.Length(_fixture.Now) < TimeSpan.Zero) && !(stay.LeftAt < stay.EnteredAt)));
        Assert.All(stays.Where(stay => stay.Standing == VehicleStanding.Resident), stay => Assert.Null(stay.OverstayedAt));
        Assert.Equal(entered, (await _fixture.Desk.ListAsync(new(s_plates[1]), Stop))[0].Grant!.EntriesUsed);
        Assert.Contains(stays, stay => stay.State == StayState.LeftUnseen);
    }
}
