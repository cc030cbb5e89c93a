using Gateway.Cloud.Contract.Storage;
using Gateway.Edge.Journal;
using Microsoft.Extensions.Options;

namespace Gateway.Edge.Hosting;

/// <summary>Clears the way for the socket before the server listens, and sets its mode to 0600 as soon as the server has made it.</summary>
internal sealed class LocalSocketMode(IOptions<GatewayOptions> gateway, IJournal journal) : IHostedLifecycleService
{
    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        var path = LocalSocket.PathIn(gateway.Value.DataDirectory);
        if (File.Exists(path))
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        // The journal holds the lock of the data directory: a socket that is there belongs to a process that is gone.
        _ = journal;
        PrivateFiles.CreateDirectory(gateway.Value.DataDirectory);
        File.Delete(LocalSocket.PathIn(gateway.Value.DataDirectory));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
