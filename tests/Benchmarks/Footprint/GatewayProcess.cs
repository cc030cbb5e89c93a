using System.Diagnostics;

namespace EdgeGateway.Benchmarks.Footprint;

/// <summary>The gateway as it is shipped, run from its own build output; stopped with SIGTERM, then by force, when disposed.</summary>
internal sealed class GatewayProcess : IAsyncDisposable
{
    private const int KeptLines = 30;
    private static readonly TimeSpan s_stopping = TimeSpan.FromSeconds(20);

    private readonly Process _process;

    // Written by the two readers, read by the benchmark; guarded by itself.
    private readonly Queue<string> _lines = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource? _seen;
    private string? _awaited;

    public GatewayProcess(string configuration)
    {
        _process = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet")
            {
                ArgumentList = { Path.Combine(AppContext.BaseDirectory, "Gateway.Edge.dll"), "run", "--config", configuration },
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                RedirectStandardInput = true,
            },
            EnableRaisingEvents = true,
        };
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.Exited += (_, _) => _ended.TrySetResult();
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    public bool HasEnded => _process.HasExited;

    /// <summary>What it printed last.</summary>
    public string LastLines
    {
        get
        {
            lock (_lines)
            {
                return string.Join(Environment.NewLine, _lines);
            }
        }
    }

    /// <summary>Whether a line with this text came before the process ended or the time was up.</summary>
    public async Task<bool> WaitForLineAsync(string text, TimeSpan longest)
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lines)
        {
            if (_lines.Any(line => line.Contains(text, StringComparison.OrdinalIgnoreCase)))
            {
                return true;
            }

            (_awaited, _seen) = (text, seen);
        }

        var first = await Task.WhenAny(seen.Task, _ended.Task, Task.Delay(longest, TimeProvider.System));
        return first == seen.Task;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            using var terminate = Process.Start("kill", ["-TERM", Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
            await Task.WhenAny(_ended.Task, Task.Delay(s_stopping, TimeProvider.System));
            if (!_process.HasExited)
            {
                _process.Kill(entireProcessTree: true);
            }
        }

        _process.Dispose();
    }

    private void Read(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_lines)
        {
            _lines.Enqueue(line);
            while (_lines.Count > KeptLines)
            {
                _lines.Dequeue();
            }

            if (_awaited is not null && line.Contains(_awaited, StringComparison.OrdinalIgnoreCase))
            {
                _seen?.TrySetResult();
            }
        }
    }
}
