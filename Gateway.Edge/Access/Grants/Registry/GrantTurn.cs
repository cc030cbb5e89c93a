namespace Gateway.Edge.Access.Grants.Registry;

/// <summary>One change of grants by staff or by the clock at a time, so that a renewal and an end never cross. Entries do not wait for it.</summary>
internal sealed class GrantTurn : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Does something alone.</summary>
    public async Task<T> DoAsync<T>(Func<Task<T>> change, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return await change();
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();
}
