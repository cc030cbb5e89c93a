using System.Collections.Concurrent;
using Gateway.Drivers.Devices;
using Gateway.Edge.Access.Grants.Registry;
using Gateway.Edge.Access.Grants.Storage;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Access.Grants.Devices;

/// <summary>
/// Brings every grant's present state to every device that it concerns, until the device has confirmed: at once where it can be reached,
/// and again and again where not. One device that hangs or fails keeps no other waiting.
/// </summary>
internal sealed class ReceiptKeeper(
    GrantDatabase database, GrantBook book, ReceiptLedger ledger, IGrantDevices devices, ReceiptBell bell, GrantOptions options, TimeProvider time, ILogger<ReceiptKeeper> logger)
    : BackgroundService
{
    /// <summary>A device has this long to confirm one grant.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, Task> _underWay = new(StringComparer.Ordinal);

    /// <summary>Starts what is to be brought to devices that are not being told already; ends when all of them are done or have failed.</summary>
    internal Task BringAsync(CancellationToken cancellationToken) => Task.WhenAll(devices.All.Select(device => _underWay.AddOrUpdate(
        device.Device,
        _ => BringToAsync(device, cancellationToken),
        (_, before) => before.IsCompleted ? BringToAsync(device, cancellationToken) : before)));

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            _ = BringAsync(stoppingToken);
            using var woken = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            await Task.WhenAny(bell.WaitAsync(woken.Token), Task.Delay(options.CheckInterval, time, woken.Token));
            await woken.CancelAsync();
        }

        await Task.WhenAll(_underWay.Values).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task BringToAsync(IGrantDevice device, CancellationToken cancellationToken)
    {
        foreach (var grant in book.Now.All.Where(grant => ledger.Awaits(device.Device, grant)).OrderBy(grant => grant.IsLive).ThenBy(grant => grant.EnteredAt))
        {
            if (!await TryBringAsync(device, grant, cancellationToken))
            {
                // The rest would have to wait as long each: the next round tries again.
                return;
            }
        }
    }

    private async Task<bool> TryBringAsync(IGrantDevice device, Grant grant, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            var forget = !grant.IsLive && !book.Now.GrantsOf(grant.Worker).Any(other => other.IsLive);
            // Waited for apart from the device, which may not notice that nobody waits any more.
            await device.TakeAsync(new GrantOrder(grant, grant.IsLive, forget), both.Token).AsTask().WaitAsync(both.Token);
            await KeepAsync(new GrantReceipt(grant.Id, device.Device, grant.Revision, !grant.IsLive, time.GetUtcNow()));
            return true;
        }
        catch (DeviceFaultException error)
        {
            GrantsLog.NotConfirmed(logger, device.Device, grant.Id, error.Message);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            GrantsLog.NotConfirmed(logger, device.Device, grant.Id, $"no answer within {Patience.TotalSeconds:0} s");
        }
        catch (OperationCanceledException)
        {
            // The gateway stops; it is brought after the next start.
        }
#pragma warning disable CA1031 // Supervision boundary: whatever one device's or the disk's fault throws must not end the telling of others.
        catch (Exception error)
#pragma warning restore CA1031
        {
            GrantsLog.NotConfirmed(logger, device.Device, grant.Id, error is SqliteException ? error.Message : error.GetType().Name);
        }

        return false;
    }

    private async Task KeepAsync(GrantReceipt receipt)
    {
        await database.ChangeAsync(
            change =>
            {
                // Erased meanwhile: then nobody asks for its receipt.
                if (book.Now.Find(receipt.Grant) is null)
                {
                    return false;
                }

                ReceiptRows.Put(change.File, receipt);
                if (receipt.Erased)
                {
                    change.Record(GrantAudit.Of(
                        GrantAudit.Confirmed, receipt.Grant, GrantAudit.Gateway, GrantSentences.Confirmed(receipt.Device, erased: true), receipt.ConfirmedAt));
                }

                return true;
            },
            kept => ledger.Note(receipt),
            CancellationToken.None);
    }
}
