using Microsoft.AspNetCore.Builder;

namespace Gateway.Cloud.Contract.Hosting;

/// <summary>Starts a service's host.</summary>
public static class HostStart
{
    /// <summary>Starts the host; what had already started is stopped in order where a later part cannot start, whose fault is then thrown.</summary>
    public static async Task StartOrStopAsync(this WebApplication app, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch
        {
            try
            {
                await app.StopAsync(CancellationToken.None);
            }
#pragma warning disable CA1031 // What kept a part from starting is told below; that it cannot be stopped either says nothing new.
            catch (Exception)
#pragma warning restore CA1031
            {
                // The fault of the start is the one to tell.
            }

            throw;
        }
    }
}
