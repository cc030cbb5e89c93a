using System.Collections.Concurrent;
using System.Diagnostics;

namespace Gateway.Drivers.Buses.Video;

/// <summary>
/// Starts children that the kernel kills when this process dies, however it dies (prctl(2) PR_SET_PDEATHSIG, set by util-linux's
/// <c>setpriv</c>). The kernel watches the thread that started the child, not the process, and pool threads come and go: hence one thread
/// that lives as long as the process and starts all of them.
/// </summary>
internal static class ChildLauncher
{
    private static readonly string? SetPriv = Programs.Find("setpriv");
    private static readonly BlockingCollection<Action> Starts = [];

    static ChildLauncher()
    {
        var thread = new Thread(StartAll) { IsBackground = true, Name = "child-launcher" };
        thread.Start();
    }

    /// <summary>Starts <paramref name="program"/> with redirected streams, in this process's working folder unless told otherwise.</summary>
    /// <exception cref="System.ComponentModel.Win32Exception">The program could not be started.</exception>
    public static Task<Process> StartAsync(string program, IReadOnlyList<string> arguments, string folder = "")
    {
        var start = SetPriv is null
            ? new ProcessStartInfo(program, arguments)
            : new ProcessStartInfo(SetPriv, ["--pdeathsig", "KILL", "--", program, .. arguments]);
        start.WorkingDirectory = folder;
        (start.RedirectStandardInput, start.RedirectStandardOutput, start.RedirectStandardError) = (true, true, true);
        var started = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        Starts.Add(() =>
        {
            try
            {
                started.SetResult(Process.Start(start)!);
            }
#pragma warning disable CA1031 // Handed to the caller: this thread serves all cameras and must go on.
            catch (Exception error)
#pragma warning restore CA1031
            {
                started.SetException(error);
            }
        });
        return started.Task;
    }

    private static void StartAll()
    {
        foreach (var start in Starts.GetConsumingEnumerable())
        {
            start();
        }
    }
}
