using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Commands;
using Gateway.Cloud.Contract.Mqtt;
using Gateway.Cloud.Station.Hosting;
using Gateway.Cloud.Station.Live;
using Gateway.Cloud.Station.Storage;
using Gateway.Cloud.Station.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Gateway.Cloud.Station.Outbox;

/// <summary>
/// Issues the commands of the outbox: signed anew each time the message before has expired without an answer, and only while the compound's
/// gateway is online, until it is done or its time is up. Several station processes may run it: each message is claimed in the database first.
/// </summary>
internal sealed class CommandSender(
    IDbContextFactory<StationDatabase> databases,
    CommandOutbox outbox,
    CommandSigner signer,
    IMqttSession session,
    LiveSignal live,
    IOptions<StationOptions> station,
    IOptions<OutboxOptions> options,
    TimeProvider time,
    ILogger<CommandSender> log) : BackgroundService
{
    private const int MostAtOnce = 100;

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                await SendDueAsync(stoppingToken);
            }
#pragma warning disable CA1031 // Supervision boundary: whatever one look fails with, the next one finds the commands in the database again.
            catch (Exception error) when (error is not OperationCanceledException)
#pragma warning restore CA1031
            {
                OutboxLog.Failed(log, error, error.Message);
            }

            await outbox.WaitAsync(Look, time, stoppingToken);
        }
    }

    private async Task SendDueAsync(CancellationToken stoppingToken)
    {
        await using var database = await databases.CreateDbContextAsync(stoppingToken);
        var now = time.GetUtcNow();
        var rows = await database.Commands.AsNoTracking()
            .Where(row => row.Finished == null && (row.Expires == null || row.Expires <= now || row.GiveUp <= now))
            .OrderBy(row => row.Created)
            .Take(MostAtOnce)
            .ToListAsync(stoppingToken);
        if (rows.Count == 0)
        {
            return;
        }

        var online = await database.Compounds.Where(row => row.Online).Select(row => row.Id).ToListAsync(stoppingToken);
        foreach (var row in rows)
        {
            // Those before may have waited for the broker: what is issued now counts from now.
            now = time.GetUtcNow();
            if (row.GiveUp <= now)
            {
                await GiveUpAsync(database, row, now, stoppingToken);
            }
            else if (session.IsConnected && online.Contains(row.Compound))
            {
                await IssueAsync(database, row, now, stoppingToken);
            }
        }
    }

    private async Task GiveUpAsync(StationDatabase database, CommandRow row, DateTimeOffset now, CancellationToken stoppingToken)
    {
        await database.Commands.Where(other => other.Id == row.Id && other.Finished == null).ExecuteUpdateAsync(
            change => change.SetProperty(other => other.Finished, now).SetProperty(other => other.Outcome, CommandRow.Unconfirmed),
            stoppingToken);
        await TouchAsync(database, row.Alert, stoppingToken);
        OutboxLog.GivenUp(log, row.Name, row.Compound, row.Attempts, row.ReasonEn ?? "no answer");
    }

    private async Task IssueAsync(StationDatabase database, CommandRow row, DateTimeOffset now, CancellationToken stoppingToken)
    {
        var expires = now + TimeSpan.FromSeconds(options.Value.LifeSeconds);
        if (!await ClaimAsync(database, row, expires, stoppingToken))
        {
            return;
        }

        try
        {
            var envelope = signer.Sign(row.Compound, new CommandOrder(row.Name, row.Id, row.Officer, row.Payload, now, expires));
            await session.PublishAsync(
                new MqttMessage(
                    Topics.Command(station.Value.Id, row.Compound, row.Name),
                    JsonSerializer.SerializeToUtf8Bytes(envelope),
                    CommandReply.ContentType,
                    ResponseTopic: Topics.Reply(station.Value.Id, row.Compound, row.Name),
                    CorrelationData: Encoding.ASCII.GetBytes(row.Id)),
                stoppingToken).WaitAsync(expires - now, time, stoppingToken);
        }
        catch (TimeoutException)
        {
            // The broker's word is late; the message may have arrived, and the gateway's answer alone says what became of it.
            OutboxLog.NotConfirmed(log, row.Name, row.Compound, options.Value.LifeSeconds);
        }
        catch (Exception error) when (error is CryptographicException or MqttFaultException)
        {
            await NoteAsync(database, row, error, stoppingToken);
        }
    }

    private static async Task<bool> ClaimAsync(StationDatabase database, CommandRow row, DateTimeOffset expires, CancellationToken stoppingToken) =>
        await database.Commands.Where(other => other.Id == row.Id && other.Finished == null && other.Attempts == row.Attempts).ExecuteUpdateAsync(
            change => change.SetProperty(other => other.Attempts, row.Attempts + 1).SetProperty(other => other.Expires, expires),
            stoppingToken) > 0;

    // What the gateway said of an earlier message tells an officer more than that this one was not sent.
    private async Task NoteAsync(StationDatabase database, CommandRow row, Exception error, CancellationToken stoppingToken)
    {
        OutboxLog.NotIssued(log, row.Name, row.Compound, error.Message);
        await database.Commands.Where(other => other.Id == row.Id && other.Finished == null && other.ReasonZh == null).ExecuteUpdateAsync(
            change => change
                .SetProperty(other => other.ReasonZh, "派出所未能发出指令，请管理员查看日志")
                .SetProperty(other => other.ReasonEn, "the station could not send the command; an administrator finds why in its log"),
            stoppingToken);
        await TouchAsync(database, row.Alert, stoppingToken);
    }

    private async Task TouchAsync(StationDatabase database, long alert, CancellationToken stoppingToken)
    {
        await database.Alerts.Where(row => row.Id == alert).ExecuteUpdateAsync(
            change => change.SetProperty(row => row.Revision, database.Alerts.Max(other => other.Revision) + 1), stoppingToken);
        live.Raise();
    }
}
