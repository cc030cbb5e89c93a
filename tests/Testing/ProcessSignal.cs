using System.Diagnostics;

namespace EdgeGateway.Testing;

/// <summary>Sends a signal to one process that the test started.</summary>
internal static class ProcessSignal
{
    public static async Task SendAsync(int process, string signal, CancellationToken cancellationToken)
    {
        using var kill = Process.Start("/bin/sh", ["-c", $"kill -{signal} {process}"]);
        await kill.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        Assert.Equal(0, kill.ExitCode);
    }
}
