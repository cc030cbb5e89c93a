using Gateway.Edge.Access.Grants;
using Gateway.Edge.Access.Grants.Registry;
using Gateway.Edge.Access.Passes;
using Microsoft.Extensions.Options;

namespace Gateway.Edge.Access.Visitors;

/// <summary>
/// Ends invitations whose resident is gone, erases at once what a visitor wants erased, and forgets links of grants that have been erased.
/// </summary>
internal sealed class VisitorKeeper(
    InvitationBook invitations,
    VisitorHosts hosts,
    GrantBook grants,
    GrantEnds ends,
    GrantErasure erasure,
    PassBook passes,
    IOptions<VisitorOptions> options,
    TimeProvider time,
    ILogger<VisitorKeeper> logger) : BackgroundService
{
    /// <summary>One look at all invitations.</summary>
    internal async Task LookAsync(CancellationToken cancellationToken)
    {
        var unwanted = new List<Guid>();
        foreach (var invitation in invitations.All)
        {
            switch (grants.Now.Find(invitation.Grant))
            {
                // While grants are missing, one that is not there may come back with the backup.
                case null when grants.IsComplete:
                    passes.Revoke(invitation.Pass);
                    invitations.Remove(invitation);
                    break;
                case { IsLive: true } when invitation.Forget || hosts.IsGone(invitation.Host):
                    await ends.RevokeAsync(invitation.Grant, GrantAudit.Gateway, cancellationToken);
                    break;
                case { IsLive: false } when invitation.Forget:
                    unwanted.Add(invitation.Grant);
                    break;
                default:
                    break;
            }
        }

        if (unwanted.Count > 0)
        {
            await erasure.ForgetAsync(unwanted, cancellationToken);
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.CheckInterval, time);
        do
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // Supervision boundary: whatever one round throws must neither end the others nor the gateway.
            catch (Exception error)
#pragma warning restore CA1031
            {
                VisitorsLog.KeepingFailed(logger, options.Value.CheckInterval, error);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
