using System.Globalization;
using System.Text;
using EdgeGateway.Testing;
using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Tests.Buses.Video;

/// <summary>A real camera server that asks for a login.</summary>
public sealed class CameraLoginTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory(Timeout = 120_000)]
    [InlineData("p@ss: w/örd'%41")]
    [InlineData("plain-enough")]
    public async Task Right_login_is_let_in_and_stands_where_no_other_process_can_read_it(string password)
    {
        await using var server = await ServeAsync(password);
        await using var camera = new RunningCamera(Settings(server, password));
        await camera.UntilAsync("ok");
        var process = string.Create(CultureInfo.InvariantCulture, $"/proc/{camera.Source.ChildId}/");
        var command = await File.ReadAllTextAsync(process + "cmdline", Cancelled);
        Assert.Contains("ffmpeg", command, StringComparison.Ordinal);
        AssertHidden(password, command);
        AssertHidden(password, await File.ReadAllTextAsync(process + "environ", Cancelled));
    }

    [Fact(Timeout = 120_000)]
    public async Task Wrong_login_is_named_and_the_password_is_nowhere()
    {
        const string Guess = "gue ss/ed";
        await using var server = await ServeAsync("right");
        var settings = Settings(server, Guess);
        await using var camera = new RunningCamera(settings);
        var refused = await camera.UntilAsync("camera-credentials");
        Assert.Equal(DeviceState.Faulty, refused.State);
        Assert.Contains("401", refused.Details["errors"], StringComparison.Ordinal);
        AssertHidden(Guess, camera.Said + settings);
    }

    [Fact(Timeout = 120_000)]
    public async Task Wrong_path_is_told_from_a_dead_camera()
    {
        await using var server = await ServeAsync("right");
        await using var camera = new RunningCamera(Settings(server, "right") with { Url = server.Address + "/other" });
        Assert.Equal(DeviceState.Faulty, (await camera.UntilAsync("camera-path")).State);
    }

    public void Dispose() => _folder.Dispose();

    private static VideoSettings Settings(DemoRtspServer server, string password) =>
        RunningCamera.Settings(server.Address + "/gate") with { Credentials = new CameraCredentials("viewer", password) };

    private static void AssertHidden(string password, string text)
    {
        foreach (var form in new[] { password, Uri.EscapeDataString(password), Convert.ToBase64String(Encoding.UTF8.GetBytes("viewer:" + password)) })
        {
            Assert.DoesNotContain(form, text, StringComparison.Ordinal);
        }
    }

    private async Task<DemoRtspServer> ServeAsync(string password)
    {
        var video = await TestVideo.MakeAsync(_folder.Path, Cancelled);
        var login = _folder.Write("login", $"viewer:{password}\n", UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return await DemoRtspServer.StartAsync(new Dictionary<string, string>(StringComparer.Ordinal) { ["gate"] = video }, Cancelled, loginFile: login);
    }
}
