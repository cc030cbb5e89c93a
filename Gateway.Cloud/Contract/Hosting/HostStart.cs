using Microsoft.AspNetCore.Builder;

namespace Gateway.Cloud.Contract.Hosting;

/// <summary>Starts a service's host.</summary>
public static class HostStart
{
    /// <summary>
    /// Starts the host; what had already started is stopped in order where a later part cannot start, whose fault is then thrown.
    /// Being told to stop while it starts is no fault: what had started is stopped in order as well.
    /// </summary>
    /// <returns>Whether it runs; false where it was told to stop meanwhile.</returns>
    public static async Task<bool> StartOrStopAsync(this WebApplication app, CancellationToken cancellationToken)
    {
        // Read before the stop below, which asks for the same.
        bool ToldToStop() => cancellationToken.IsCancellationRequested || app.Lifetime.ApplicationStopping.IsCancellationRequested;
        try
        {
            await app.StartAsync(cancellationToken);
            return true;
        }
        catch (OperationCanceledException) when (ToldToStop())
        {
            await StopAsync(app);
            return false;
        }
        catch
        {
            await StopAsync(app);
            throw;
        }
    }

    private static async Task StopAsync(WebApplication app)
    {
        try
        {
            await app.StopAsync(CancellationToken.None);
        }
#pragma warning disable CA1031 // What kept a part from starting is told; that it cannot be stopped either says nothing new.
        catch (Exception)
#pragma warning restore CA1031
        {
            // The fault of the start is the one to tell.
        }
    }
}
