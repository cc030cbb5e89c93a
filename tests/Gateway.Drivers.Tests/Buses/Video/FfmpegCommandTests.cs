using Gateway.Drivers.Buses.Video;

namespace Gateway.Drivers.Tests.Buses.Video;

public sealed class FfmpegCommandTests
{
    private static readonly VideoSettings Camera = new() { Url = "rtsp://camera.local:8554/it's?channel=1" };

    private static IReadOnlyList<string> Output => new ColourSink(Camera, new FrameSlot(640, 360, TimeProvider.System)).Output;

    [Fact]
    public void Port_path_and_query_survive_the_login()
    {
        var command = FfmpegCommand.For(Camera with { Credentials = new("u:1", "p@'") }, Output);
        Assert.Contains("\nfile 'rtsp://u%3A1:p%40%27@camera.local:8554/it%27s?channel=1'\n", command.Playlist, StringComparison.Ordinal);
        Assert.DoesNotContain(command.Arguments, argument => argument.Contains("camera.local", StringComparison.Ordinal));
    }

    [Fact]
    public void Camera_with_a_login_gets_the_options_of_one_without()
    {
        var without = FfmpegCommand.For(Camera, Output);
        var with = FfmpegCommand.For(Camera with { Credentials = new("u", "p") }, Output);
        Assert.Null(without.Playlist);
        foreach (var option in with.Playlist!.Split('\n').Where(line => line.StartsWith("option ", StringComparison.Ordinal)))
        {
            var (name, value) = (option.Split(' ')[1], option.Split(' ')[2]);
            Assert.Equal(value, without.Arguments[without.Arguments.ToList().IndexOf("-" + name) + 1]);
        }
    }
}
