using System.Text.Json;
using EdgeGateway.Testing;

namespace EndToEnd.Tests.Demo;

/// <summary>The demo's pictures as its set-up builds them.</summary>
public sealed class DemoVideoTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_resident_has_photos_and_comes_to_a_gate_and_every_gate_sees_a_stranger()
    {
        var video = await DemoVideo.EnsureAsync(Cancel);

        var residents = (await File.ReadAllLinesAsync(Path.Combine(video.Residents, "residents.csv"), Cancel)).Skip(1).Select(line => line.Split(',')).ToList();
        Assert.NotEmpty(residents);
        Assert.All(residents.SelectMany(resident => resident[2].Split(';')), photo => Assert.True(File.Exists(Path.Combine(video.Residents, photo)), photo));

        using var expected = JsonDocument.Parse(await File.ReadAllBytesAsync(video.Expected, Cancel));
        var gates = DemoVideo.Gates.Select(gate => Appearances(expected, gate)).ToList();
        Assert.All(gates, people => Assert.Contains(people, person => person.StartsWith("stranger-", StringComparison.Ordinal)));
        Assert.Equal(
            Enumerable.Range(1, residents.Count).Select(number => $"resident-{number}"),
            gates.SelectMany(people => people).Where(person => person.StartsWith("resident-", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_gate_s_video_streams_as_a_camera_would()
    {
        var video = await DemoVideo.EnsureAsync(Cancel);
        await using var server = await DemoRtspServer.StartAsync(DemoVideo.Gates.ToDictionary(gate => gate, video.Gate), Cancel);

        var east = Ffmpeg.PullAsync(server.Stream("gate-east"), 24, Cancel);
        var west = Ffmpeg.PullAsync(server.Stream("gate-west"), 24, Cancel);

        Assert.Equal(24, (await east).Select(picture => picture.Checksum).Distinct().Count());
        Assert.Equal(24, (await west).Select(picture => picture.Checksum).Distinct().Count());
    }

    [Fact]
    public async Task What_is_built_already_is_left_alone()
    {
        var first = await DemoVideo.EnsureAsync(Cancel);
        var built = File.GetLastWriteTimeUtc(first.Expected);

        var second = await DemoVideo.EnsureAsync(Cancel);

        Assert.Equal(first, second);
        Assert.Equal(built, File.GetLastWriteTimeUtc(second.Expected));
    }

    private static List<string> Appearances(JsonDocument expected, string gate) =>
    [
        .. expected.RootElement.GetProperty("gates").GetProperty(gate).GetProperty("appearances").EnumerateArray()
            .Select(appearance => appearance.GetProperty("person").GetString()!),
    ];
}
