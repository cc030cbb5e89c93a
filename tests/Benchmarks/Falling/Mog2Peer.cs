using System.Diagnostics;
using System.Globalization;

namespace EdgeGateway.Benchmarks.Falling;

/// <summary>OpenCV's MOG2 in a Python process that answers when asked, so that both sides take turns on the same machine.</summary>
internal sealed class Mog2Peer : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("falling-benchmark").FullName;
    private readonly Process _process;

    public Mog2Peer(FrameReel reel)
    {
        var file = Path.Combine(_folder, "frames.grey");
        using (var frames = File.Create(file))
        {
            reel.WriteTo(frames);
        }

        var script = Path.Combine(Repository.Root, "tests/Benchmarks/Falling/mog2.py");
        string[] arguments = [script, file, reel.View.Width.ToString(CultureInfo.InvariantCulture), reel.View.Height.ToString(CultureInfo.InvariantCulture)];
        _process = Process.Start(new ProcessStartInfo("/usr/bin/python3", arguments) { RedirectStandardInput = true, RedirectStandardOutput = true })
            ?? throw new InvalidOperationException("/usr/bin/python3 did not start.");
        if (_process.StandardOutput.ReadLine() != "ready")
        {
            throw new InvalidOperationException("OpenCV did not start: install the Debian package python3-opencv.");
        }
    }

    /// <summary>One pass over all frames, there and back: processor seconds.</summary>
    public double Pass()
    {
        _process.StandardInput.WriteLine("go");
        _process.StandardInput.Flush();
        var fields = (_process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("OpenCV ended.")).Split(' ');
        return double.Parse(fields[0], CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
