using EdgeGateway.Testing;

namespace EndToEnd.Tests.Demo;

/// <summary>The demo's camera server with a real client.</summary>
public sealed class RtspServerTests : IDisposable
{
    private const int PicturesOfClip = 15;

    private readonly string _folder = Directory.CreateTempSubdirectory("rtsp-server-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_client_sees_the_recording_again_and_again_without_a_gap()
    {
        await using var server = await ServeClipAsync();

        var pictures = await Ffmpeg.PullAsync(server.Stream("gate"), (3 * PicturesOfClip) + 5, Cancel);

        // The first picture may come before the stream's clock is known; from then on it never jumps, not at the loop's seam either.
        Assert.Equal((3 * PicturesOfClip) + 5, pictures.Count);
        var steps = pictures.Skip(1).Zip(pictures.Skip(2), (earlier, later) => later.At - earlier.At).ToList();
        Assert.All(steps, step => Assert.InRange(step, 0.099, 0.101));
        Assert.Equal(pictures.Skip(1).Take(PicturesOfClip).Select(picture => picture.Checksum), pictures.Skip(1 + (2 * PicturesOfClip)).Take(PicturesOfClip).Select(picture => picture.Checksum));
        Assert.Equal(PicturesOfClip, pictures.Skip(1).Take(PicturesOfClip).Select(picture => picture.Checksum).Distinct().Count());
    }

    [Fact]
    public async Task Several_clients_see_one_stream_and_one_that_leaves_disturbs_nobody()
    {
        await using var server = await ServeClipAsync();

        var longest = Ffmpeg.PullAsync(server.Stream("gate"), 3 * PicturesOfClip, Cancel);
        var short1 = await Ffmpeg.PullAsync(server.Stream("gate"), 5, Cancel);
        var short2 = await Ffmpeg.PullAsync(server.Stream("gate"), 5, Cancel);

        Assert.Equal(5, short1.Count);
        Assert.Equal(5, short2.Count);
        Assert.Equal(3 * PicturesOfClip, (await longest).Count);
    }

    [Fact]
    public async Task It_ends_when_told_and_when_the_one_who_started_it_is_gone()
    {
        await using var told = await ServeClipAsync();
        await using var abandoned = await ServeClipAsync();

        Assert.Equal(0, await told.TerminateAsync(Cancel));
        Assert.Equal(0, await abandoned.AbandonAsync(Cancel));
    }

    [Fact]
    public async Task A_file_that_is_no_recording_is_named_with_the_reason()
    {
        var path = Path.Combine(_folder, "broken.mp4");
        await File.WriteAllTextAsync(path, "not a recording", Cancel);

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => ServeAsync(path));

        Assert.Contains($"{path}: not a readable H.264 mp4", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_file_is_named_with_the_fix()
    {
        var path = Path.Combine(_folder, "absent.mp4");

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => ServeAsync(path));

        Assert.Contains($"{path}: no such file; build the demo's videos with make-video.sh", error.Message, StringComparison.Ordinal);
    }

    private static Task<DemoRtspServer> ServeAsync(string path) =>
        DemoRtspServer.StartAsync(new Dictionary<string, string> { ["gate"] = path }, Cancel);

    private async Task<DemoRtspServer> ServeClipAsync()
    {
        var clip = Path.Combine(_folder, "clip.mp4");
        await Ffmpeg.MakeClipAsync(clip, PicturesOfClip, Cancel);
        return await ServeAsync(clip);
    }
}
