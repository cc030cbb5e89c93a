using System.Diagnostics;
using System.Text;
using Gateway.Edge.Tests.Perception.Faces;
using Gateway.Drivers.Buses.Video.Jpeg;

namespace Gateway.Edge.Tests.Perception.Models;

public sealed class NativeLibraryTests
{
    private const int AArch64 = 183;
    private const int X64 = 62;

    [Theory]
    [InlineData("linux-x64", X64)]
    [InlineData("linux-arm64", AArch64)]
    public void Inference_library_is_shipped_for_each_processor(string runtime, int machine)
    {
        var header = File.ReadAllBytes(Library(runtime)).AsSpan(0, 20);

        Assert.True(header.StartsWith("\u007fELF"u8));
        Assert.Equal(machine, BitConverter.ToUInt16(header[18..]));
    }

    [Theory]
    [InlineData("linux-x64")]
    [InlineData("linux-arm64")]
    public void Inference_library_names_no_place_to_report_to(string runtime)
    {
        var text = Encoding.Latin1.GetString(File.ReadAllBytes(Library(runtime)));

        foreach (var endpoint in new[] { "events.data.microsoft.com", "data.microsoft.com", "OneCollector", "applicationinsights", "vortex.", "telemetry.json" })
        {
            Assert.DoesNotContain(endpoint, text, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Portable_program_finds_its_inference_library_and_models()
    {
        // The real program in a process of its own, without a runtime identifier, judging three faces of two people.
        var folder = Directory.CreateTempSubdirectory("pairs").FullName;
        try
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, "a.jpg"), JpegCodec.Encode(FaceSheet.Cut(0, 0)), TestContext.Current.CancellationToken);
            await File.WriteAllBytesAsync(Path.Combine(folder, "b.jpg"), JpegCodec.Encode(FaceSheet.Cut(0, 1)), TestContext.Current.CancellationToken);
            await File.WriteAllBytesAsync(Path.Combine(folder, "c.jpg"), JpegCodec.Encode(FaceSheet.Cut(2, 11)), TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(
                Path.Combine(folder, "pairs.csv"), "file_a,file_b,same,set\na.jpg,b.jpg,1,sheet\na.jpg,c.jpg,0,sheet\n", TestContext.Current.CancellationToken);
            var program = Path.Combine(AppContext.BaseDirectory, "Gateway.Edge.dll");
            using var process = Process.Start(new ProcessStartInfo("dotnet", [program, "faces", "evaluate", folder, "--json"])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);

            Assert.True(process.ExitCode == 0, await errors);
            Assert.StartsWith("{\"pairs\":2,\"undetected\":0,\"eer\":0,", await output, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Library(string runtime) => Path.Combine(AppContext.BaseDirectory, "runtimes", runtime, "native", "libonnxruntime.so");
}
