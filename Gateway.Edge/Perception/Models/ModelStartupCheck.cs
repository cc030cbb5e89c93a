namespace Gateway.Edge.Perception.Models;

/// <summary>
/// Names every missing or altered model when the gateway starts. It does not stop the gateway: doors still open by other means, and the
/// gates that need the model report the same words as their fault.
/// </summary>
internal sealed partial class ModelStartupCheck(ModelStore store, ILogger<ModelStartupCheck> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var check in store.CheckAll())
        {
            if (check.Problem is { } problem)
            {
                ModelUnusable(logger, problem);
            }
            else
            {
                ModelReady(logger, check.Model.Name, check.Path);
            }
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Critical, Message = "{Problem}")]
    private static partial void ModelUnusable(ILogger logger, string problem);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Model {Name} verified: {Path}")]
    private static partial void ModelReady(ILogger logger, string name, string path);
}
