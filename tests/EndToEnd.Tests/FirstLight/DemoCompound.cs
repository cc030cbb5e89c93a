using System.Globalization;
using System.Text.Json;
using EdgeGateway.Testing;
using EndToEnd.Tests.Harness;
using EndToEnd.Tests.Reliability;

namespace EndToEnd.Tests.FirstLight;

/// <summary>The demo compound on real parts: cameras over RTSP, residents enrolled from photographs, broker, station and gateway.</summary>
internal sealed class DemoCompound : IAsyncDisposable
{
    private readonly DemoRtspServer _cameras;
    private readonly CompoundUnderTest _compound;
    private readonly DataFile _station;

    private DemoCompound(DemoRtspServer cameras, CompoundUnderTest compound, IReadOnlyList<Guid> residents, DemoVideo video)
    {
        (_cameras, _compound, Residents) = (cameras, compound, residents);
        _station = new DataFile(Path.Combine(compound.StationData, "station.db"));
        using var expected = JsonDocument.Parse(File.ReadAllText(video.Expected));
        var appearances = expected.RootElement.GetProperty("gates").EnumerateObject()
            .SelectMany(gate => gate.Value.GetProperty("appearances").EnumerateArray())
            .Select(appearance => appearance.GetProperty("person").GetString()!)
            .ToList();
        Strangers = appearances.Where(person => person.StartsWith("stranger", StringComparison.Ordinal)).Distinct().Count();
        ResidentsSeen = appearances.Where(person => person.StartsWith("resident", StringComparison.Ordinal)).Distinct().Count();
    }

    /// <summary>Ids of the enrolled residents, in the order of the list.</summary>
    public IReadOnlyList<Guid> Residents { get; }

    /// <summary>Different strangers in the videos.</summary>
    public int Strangers { get; }

    /// <summary>Different residents in the videos.</summary>
    public int ResidentsSeen { get; }

    public Uri StationAddress => _compound.Station.Address;

    public (string Name, string Password) FirstLogin => _compound.FirstLogin;

    public string Tail => $"gateway:\n{_compound.Gateway.Process.Tail}\nstation:\n{_compound.Station.Process.Tail}\nevents:\n"
        + string.Join('\n', _station.Look("SELECT sequence, kind, data FROM events ORDER BY sequence", row => $"{row.GetInt64(0)} {row.GetString(1)} {row.GetString(2)}"));

    public static async Task<DemoCompound> StartAsync(CancellationToken cancellationToken)
    {
        var video = await DemoVideo.EnsureAsync(cancellationToken);
        var cameras = await DemoRtspServer.StartAsync(DemoVideo.Gates.ToDictionary(gate => gate, video.Gate), cancellationToken);
        var demo = await File.ReadAllTextAsync(Path.Combine(TestData.RepositoryRoot, "hw-configs", "demo.json"), cancellationToken);
        var compound = await CompoundUnderTest.PrepareAsync(new CompoundSettings
        {
            Hardware = demo.Replace("${DEMO_RTSP:-rtsp://127.0.0.1:8554}", cameras.Address, StringComparison.Ordinal)
                .Replace("demo-station", "hongqiao", StringComparison.Ordinal),
            Compound = "demo-garden",
        });
        await compound.Station.StartAsync(cancellationToken);
        var residents = await EnrolAsync(compound, video, cancellationToken);
        await compound.Gateway.StartAsync(cancellationToken);
        return new DemoCompound(cameras, compound, residents, video);
    }

    /// <summary>Waits until the station holds what <paramref name="sql"/> counts.</summary>
    public Task<long> CountBecomesAsync(string sql, Func<long, bool> wanted, TimeSpan limit, CancellationToken cancellationToken) =>
        Eventually.BecomesAsync(() => _station.Number(sql), wanted, limit, count => $"{sql} gives {count}\n{Tail}", cancellationToken);

    public long Count(string sql) => _station.Number(sql);

    /// <summary>Withdraws a consent through the running gateway, as a property manager would.</summary>
    public async Task WithdrawAsync(Guid resident, CancellationToken cancellationToken)
    {
        var (exitCode, output) = await CompoundUnderTest.GatewayVerbAsync(
            ["residents", "withdraw", resident.ToString(), "--data", _compound.GatewayData, "--by", "property office", "--yes"], cancellationToken);
        Assert.True(exitCode == 0, output);
    }

    public async ValueTask DisposeAsync()
    {
        await _compound.DisposeAsync();
        await _cameras.DisposeAsync();
    }

    private static async Task<IReadOnlyList<Guid>> EnrolAsync(CompoundUnderTest compound, DemoVideo video, CancellationToken cancellationToken)
    {
        var ids = new List<Guid>();
        foreach (var line in (await File.ReadAllLinesAsync(Path.Combine(video.Residents, "residents.csv"), cancellationToken)).Skip(1))
        {
            var fields = line.Split(',');
            string[] photos = [.. fields[2].Split(';').SelectMany(photo => new[] { "--photo", Path.Combine(video.Residents, photo) })];
            var (exitCode, output) = await CompoundUnderTest.GatewayVerbAsync(
                [
                    "residents", "enrol", "--data", compound.GatewayData, "--name", fields[0], "--unit", fields[1],
                    "--consent-by", fields[0], "--consent-text", "v1", "--json", .. photos,
                ],
                cancellationToken);
            Assert.True(exitCode == 0, string.Create(CultureInfo.InvariantCulture, $"{fields[0]} was not enrolled ({exitCode}): {output}"));
            ids.Add(JsonDocument.Parse(output[output.IndexOf('{', StringComparison.Ordinal)..]).RootElement.GetProperty("id").GetGuid());
        }

        return ids;
    }
}
