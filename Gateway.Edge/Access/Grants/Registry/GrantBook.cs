namespace Gateway.Edge.Access.Grants.Registry;

/// <summary>
/// Grants in memory: read by any thread without a lock; a change is one swap, which the next decision at any gate sees.
/// </summary>
internal sealed class GrantBook
{
    private readonly Lock _change = new();
    private volatile GrantSnapshot _now = GrantSnapshot.Empty;

    /// <summary>As it stands.</summary>
    public GrantSnapshot Now => _now;

    /// <summary>False while the file was set aside or rows of it cannot be opened: whoever is unknown may be a worker.</summary>
    public bool IsComplete { get; set; } = true;

    /// <summary>Swaps in what a change makes of it. Entries change it beside the file's lock, so no change may be lost.</summary>
    public void Change(Func<GrantSnapshot, GrantSnapshot> change)
    {
        lock (_change)
        {
            _now = change(_now);
        }
    }
}
