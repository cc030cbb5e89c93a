using System.Diagnostics;
using EdgeGateway.Testing;

namespace EndToEnd.Tests.Deployment;

/// <summary>The gateway published as the image publishes it, from what is built already; removed when the tests end.</summary>
public sealed class PortablePublish : IAsyncLifetime
{
#if DEBUG
    private const string Configuration = "Debug";
#else
    private const string Configuration = "Release";
#endif

    public string Folder { get; } = Path.Combine(Path.GetTempPath(), $"portable-publish-{Environment.ProcessId}");

    public async ValueTask InitializeAsync()
    {
        using var publish = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList = { "publish", "Gateway.Edge", "-c", Configuration, "--no-build", "-p:UseAppHost=false", "-nodeReuse:false", "-v", "q", "-o", Folder },
            WorkingDirectory = TestData.RepositoryRoot,
            UseShellExecute = false,
            RedirectStandardOutput = true,
        })!;
        var output = await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        Assert.True(publish.ExitCode == 0, "dotnet publish failed: " + output);
    }

    public ValueTask DisposeAsync()
    {
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }

        return ValueTask.CompletedTask;
    }
}
