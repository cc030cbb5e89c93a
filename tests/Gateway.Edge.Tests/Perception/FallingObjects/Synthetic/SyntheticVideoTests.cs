using EdgeGateway.Testing;
using Gateway.Edge.Perception.FallingObjects.Synthetic;

namespace Gateway.Edge.Tests.Perception.FallingObjects.Synthetic;

public class SyntheticVideoTests
{
    private static readonly SyntheticOptions Small = new(320, 180, FramesPerSecond: 15, Size: 5);

    [Fact(Timeout = 120_000)]
    public async Task A_clip_becomes_a_video_with_a_row_for_every_frame_that_shows_a_fall()
    {
        using var folder = new TemporaryFolder();
        var clip = SyntheticClip.Of(1, SyntheticKind.Fall, Small);
        var path = Path.Combine(folder.Path, "fall.mp4");
        await SyntheticVideo.WriteAsync(clip, path, TestContext.Current.CancellationToken);
        Assert.True(new FileInfo(path).Length > 10_000);
        var lines = await File.ReadAllLinesAsync(Path.Combine(folder.Path, SyntheticVideo.Annotations), TestContext.Current.CancellationToken);
        Assert.Equal("file,object,frame,cx,cy,w,h,note", lines[0]);
        Assert.Equal(clip.Truth.Sum(fall => fall.VisibleFrames), lines.Length - 1);
        Assert.All(lines.Skip(1), line => Assert.Equal(8, line.Split(',').Length));
        Assert.StartsWith($"fall.mp4,fall1,{clip.Truth[0].Path[0].Frame},", lines[1], StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task Rows_of_other_files_stay_and_those_of_the_same_are_replaced()
    {
        using var folder = new TemporaryFolder();
        var (table, nuisance) = (Path.Combine(folder.Path, SyntheticVideo.Annotations), SyntheticClip.Of(
            1, SyntheticKind.Nuisance, Small with { Duration = TimeSpan.FromSeconds(1) }));
        await File.WriteAllLinesAsync(
            table, ["file,object,frame,cx,cy,w,h,note", "other.mp4,a,1,2,3,4,5,", "calm.mp4,a,1,2,3,4,5,"], TestContext.Current.CancellationToken);
        await SyntheticVideo.WriteAsync(nuisance, Path.Combine(folder.Path, "calm.mp4"), TestContext.Current.CancellationToken);
        var lines = await File.ReadAllLinesAsync(table, TestContext.Current.CancellationToken);
        Assert.Equal(["file,object,frame,cx,cy,w,h,note", "other.mp4,a,1,2,3,4,5,"], lines);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_folder_that_is_not_there_is_told()
    {
        var clip = SyntheticClip.Of(1, SyntheticKind.Nuisance, Small with { Duration = TimeSpan.FromSeconds(1) });
        var fault = await Assert.ThrowsAsync<IOException>(
            () => SyntheticVideo.WriteAsync(clip, "/nowhere/at/all/clip.mp4", TestContext.Current.CancellationToken));
        Assert.Contains("/nowhere/at/all/clip.mp4", fault.Message, StringComparison.Ordinal);
    }
}
