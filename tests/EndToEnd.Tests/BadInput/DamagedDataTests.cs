using System.Text.Json.Nodes;
using EndToEnd.Tests.Harness;

namespace EndToEnd.Tests.BadInput;

/// <summary>Files of the data directory, or models, that were damaged while the gateway was stopped: it names them and works on with the rest.</summary>
public sealed class DamagedDataTests : IDisposable
{
    private readonly CompoundFolder _compound = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory(Timeout = 180_000)]
    [InlineData("residents.db")]
    [InlineData("strangers.db")]
    [InlineData("uplink.db")]
    [InlineData("journal/journal.db")]
    public async Task Damaged_page_is_named_and_the_gateway_works_on(string name)
    {
        await _compound.RunUntilReadyAsync(Cancelled);
        var file = Path.Combine(_compound.Data, name);
        DamageSecondPage(file);

        await using var gateway = _compound.Start();
        await CompoundFolder.ReadyAsync(gateway, Cancelled);
        var folder = Path.Combine(_compound.Data, name.Split('.', '/')[0]);
        var told = await gateway.WaitForLineAsync(
            line => line.Contains("damaged", StringComparison.Ordinal) && line.Contains(folder, StringComparison.Ordinal), TimeSpan.FromSeconds(30), Cancelled);
        await gateway.StopAsync(TimeSpan.FromSeconds(30), Cancelled);

        Assert.DoesNotContain("   at ", string.Join('\n', gateway.Lines), StringComparison.Ordinal);
        Assert.NotEmpty(told);
        var (exit, output) = await CompoundFolder.RunAsync(Cancelled, "journal", "verify", "--data", _compound.Data);
        Assert.True(exit == 0, output);
        Assert.DoesNotContain("damaged", await _compound.RunUntilReadyAsync(Cancelled), StringComparison.Ordinal);
    }

    [Fact(Timeout = 180_000)]
    public async Task Altered_and_missing_models_are_named_and_stop_only_recognition()
    {
        var models = Path.Combine(Path.GetDirectoryName(ProductProcess.AssemblyOf(CompoundFolder.Project))!, "models");
        Directory.CreateDirectory(_compound.Path("models"));
        foreach (var model in Directory.GetFiles(models))
        {
            File.Copy(model, Path.Combine(_compound.Path("models"), Path.GetFileName(model)));
        }

        await File.AppendAllTextAsync(Path.Combine(_compound.Path("models"), "fr_feature.onnx"), "x", Cancelled);
        File.Delete(Path.Combine(_compound.Path("models"), "fr_liveness.onnx"));
        _compound.Settings["Models"] = new JsonObject { ["Folder"] = _compound.Path("models") };

        var (exit, verified) = await CompoundFolder.RunAsync(Cancelled, "models", "verify", "--folder", _compound.Path("models"));
        var said = await _compound.RunUntilReadyAsync(Cancelled);

        Assert.Equal(1, exit);
        Assert.All(new[] { verified, said }, text =>
        {
            Assert.Contains("fr_feature.onnx", text, StringComparison.Ordinal);
            Assert.Contains("fr_liveness.onnx", text, StringComparison.Ordinal);
            Assert.Contains("npm ci", text, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
        });
        var (chain, output) = await CompoundFolder.RunAsync(Cancelled, "journal", "verify", "--data", _compound.Data);
        Assert.True(chain == 0, output);
    }

    public void Dispose() => _compound.Dispose();

    private static void DamageSecondPage(string path)
    {
        File.Delete(path + "-wal");
        File.Delete(path + "-shm");
        using var file = File.OpenWrite(path);
        Assert.True(file.Length >= 2 * 4096, $"{path} has {file.Length} bytes");
        file.Position = 4096;
        file.Write(Enumerable.Repeat((byte)0xA5, 4096).ToArray());
    }
}
