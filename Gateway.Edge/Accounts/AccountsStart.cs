using Gateway.Edge.Journal;

namespace Gateway.Edge.Accounts;

/// <summary>Fills memory from the file before the first request comes, and sees that somebody can sign in.</summary>
internal sealed class AccountsStart(IJournal journal, AccountsFile file, AccountVault vault, FirstAccount first, TimeProvider clock) : IHostedService
{
    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        // The journal holds the lock of the data directory, and was asked for first.
        if (file.Prepare(clock) is { } damage)
        {
            await journal.AppendAsync(damage, cancellationToken);
        }

        await vault.LoadAsync(cancellationToken);
        await first.EnsureAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
