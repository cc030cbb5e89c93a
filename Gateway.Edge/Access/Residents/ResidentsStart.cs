namespace Gateway.Edge.Access.Residents;

/// <summary>Opens the registry with the gateway, so that the gallery is full before the first face comes, and makes the API key.</summary>
internal sealed class ResidentsStart(ResidentRegistry registry, ApiKey key) : IHostedService
{
    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        key.Load();
        return registry.CatchUpAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
