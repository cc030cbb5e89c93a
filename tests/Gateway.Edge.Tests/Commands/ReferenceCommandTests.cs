using System.CommandLine;
using EdgeGateway.Testing;
using Gateway.Cloud.Contract.Events;
using Gateway.Drivers;
using Gateway.Edge.Commands;
using Gateway.Edge.Journal;
using Gateway.Edge.Tests.Console;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Edge.Tests.Commands;

/// <summary><c>patrol reference</c> over the gateway's socket, with a camera in software.</summary>
public sealed class ReferenceCommandTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();
    private ConsoleUnderTest _gateway = null!;

    public async ValueTask InitializeAsync() =>
        _gateway = await ConsoleUnderTest.StartAsync(services: services => services.PostConfigure<DriversOptions>(options => options.Simulate = true));

    public async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync();
        await _output.DisposeAsync();
        await _errors.DisposeAsync();
        _folder.Dispose();
    }

    [Fact(Timeout = 60_000)]
    public async Task Device_without_a_camera_and_one_without_a_picture_are_named()
    {
        Assert.Equal(2, await RunAsync("set", "nowhere"));
        Assert.Contains("no device nowhere with a camera", _errors.ToString(), StringComparison.Ordinal);

        Assert.Equal(2, await RunAsync("show", "gate-east", "--output", _folder.File("x.pgm")));
        Assert.Contains("patrol reference set gate-east", _errors.ToString(), StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.File("x.pgm")));

        Assert.Equal(2, await RunAsync("show", "../../../etc/passwd", "--output", _folder.File("x.pgm")));
    }

    [Fact(Timeout = 60_000)]
    public async Task Stored_reference_picture_is_written_to_the_file_that_was_named()
    {
        var options = _gateway.App.Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<DriversOptions>>().Value;
        var stored = Gateway.Drivers.Buses.Video.Pictures.ReferencePictureFile.PathOf(options, new Gateway.Drivers.Devices.DeviceId("gate-east"));
        Directory.CreateDirectory(Path.GetDirectoryName(stored)!);
        await File.WriteAllTextAsync(stored, "P5 picture", TestContext.Current.CancellationToken);

        Assert.Equal(0, await RunAsync("show", "gate-east", "--output", _folder.File("x.pgm")));

        Assert.Equal("P5 picture"u8.ToArray(), await File.ReadAllBytesAsync(_folder.File("x.pgm"), TestContext.Current.CancellationToken));
        Assert.StartsWith(_gateway.Data, stored, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Present_view_becomes_the_reference_once_the_camera_has_shown_a_picture()
    {
        // The camera's first picture comes when its loop has begun; until then the answer says so.
        int code;
        do
        {
            _errors.GetStringBuilder().Clear();
            code = await RunAsync("set", "gate-east");
            Assert.True(code == 0 || _errors.ToString().Contains("no picture", StringComparison.Ordinal), _errors.ToString());
        }
        while (code != 0);

        Assert.Contains("gate-east: 已设定参考画面", _output.ToString(), StringComparison.Ordinal);
        var records = await _gateway.App.Services.GetRequiredService<IJournalReader>().ReadAsync(0, 10_000, TestContext.Current.CancellationToken);
        Assert.Contains(records, record => record is { Kind: EventKind.Audit, Device: "gate-east" } && record.Data.Span.IndexOf("reference-set"u8) >= 0);
    }

    private Task<int> RunAsync(params string[] verb) => GatewayCommand.Create().Parse(["patrol", "reference", .. verb, "--data", _gateway.Data])
        .InvokeAsync(new InvocationConfiguration { Output = _output, Error = _errors }, TestContext.Current.CancellationToken);
}
