using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using EdgeGateway.Testing;

namespace EndToEnd.Tests.Harness;

/// <summary>One program of the product, started as its users start it, with its output kept for the test's failure message.</summary>
internal sealed class ProductProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly List<(Func<string, bool> Wanted, TaskCompletionSource<string> Found)> _waiters = [];
    private readonly Lock _gate = new();

    private ProductProcess(Process process) => _process = process;

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    public int ExitCode => _process.ExitCode;

    /// <summary>Processor time used so far: how far a start has come, however busy the machine is.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>The last lines of standard output and error.</summary>
    public string Tail => string.Join('\n', _lines.TakeLast(40));

    public IReadOnlyCollection<string> Lines => _lines;

    /// <summary>Starts one of the product's assemblies, from the build that the tests themselves belong to.</summary>
    public static ProductProcess StartAssembly(string project, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string>? environment = null) =>
        Start("dotnet", [AssemblyOf(project), .. arguments], environment);

    public static ProductProcess Start(string program, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = TestData.RepositoryRoot,
        };
        foreach (var (key, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[key] = value;
        }

        var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        var product = new ProductProcess(process);
        process.OutputDataReceived += (_, line) => product.Take(line.Data);
        process.ErrorDataReceived += (_, line) => product.Take(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return product;
    }

    /// <summary>The path of an assembly in its own project's output, for the configuration of this build.</summary>
    public static string AssemblyOf(string project)
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        var (framework, configuration) = (output.Name, output.Parent!.Name);
        var name = Path.GetFileName(project) == "Station" ? "Gateway.Cloud.Station" : Path.GetFileName(project);
        return Path.Combine(TestData.RepositoryRoot, project, "bin", configuration, framework, name + ".dll");
    }

    /// <summary>Runs to the end and returns the exit code and standard output.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(string project, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        await using var product = StartAssembly(project, arguments);
        product._process.StandardInput.Close();
        await product._process.WaitForExitAsync(cancellationToken);
        return (product.ExitCode, string.Join('\n', product._lines));
    }

    /// <summary>The first line, past or future, that satisfies <paramref name="wanted"/>.</summary>
    public async Task<string> WaitForLineAsync(Func<string, bool> wanted, TimeSpan limit, CancellationToken cancellationToken)
    {
        Task<string> found;
        lock (_gate)
        {
            if (_lines.FirstOrDefault(wanted) is { } line)
            {
                return line;
            }

            var waiter = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiters.Add((wanted, waiter));
            found = waiter.Task;
        }

        var ended = _process.WaitForExitAsync(cancellationToken);
        var first = await Task.WhenAny(found, ended, Task.Delay(limit, TimeProvider.System, cancellationToken));
        return first == found
            ? await found
            : throw new TimeoutException($"The line did not come within {limit.TotalSeconds} s{(HasExited ? string.Create(CultureInfo.InvariantCulture, $" and the process ended with {ExitCode}") : "")}. Last output:\n{Tail}");
    }

    /// <summary>Completes when the program has ended by itself.</summary>
    public Task WaitForExitAsync(CancellationToken cancellationToken) => _process.WaitForExitAsync(cancellationToken);

    /// <summary>kill -9.</summary>
    public async Task KillAsync(CancellationToken cancellationToken)
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: false);
        }

        await _process.WaitForExitAsync(cancellationToken);
    }

    /// <summary>SIGTERM, then waits for the end.</summary>
    public async Task StopAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        if (!_process.HasExited)
        {
            using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
            await kill.WaitForExitAsync(cancellationToken);
            await _process.WaitForExitAsync(cancellationToken).WaitAsync(limit, TimeProvider.System, cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private void Take(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_gate)
        {
            _lines.Enqueue(line);
            foreach (var waiter in _waiters.Where(waiter => waiter.Wanted(line)).ToList())
            {
                _waiters.Remove(waiter);
                waiter.Found.TrySetResult(line);
            }
        }
    }
}
