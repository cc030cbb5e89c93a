using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using System.Threading.Channels;
using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Commands;
using Gateway.Cloud.Station.Storage;
using Gateway.Cloud.Station.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Gateway.Cloud.Station.Outbox;

/// <summary>Commands that wait in the database until their gateway has done them. Safe for use by several threads.</summary>
internal sealed class CommandOutbox
{
    /// <summary>How long an order is issued again and again.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Puts the order to show the caller that an officer has taken note into the caller's transaction.</summary>
    public static void Add(StationDatabase database, AlertRow alert, string officer, DateTimeOffset now)
    {
        var payload = new AlertAcknowledged(
            alert.Device, new LocalizedText(alert.DeviceZh, alert.DeviceEn), alert.Incident, alert.FirstTime, alert.Test, officer, now);
        database.Commands.Add(new CommandRow
        {
            Id = Guid.CreateVersion7(now).ToString(),
            Compound = alert.Compound,
            Name = AlertAcknowledged.Name,
            Alert = alert.Id,
            Officer = officer,
            Payload = JsonSerializer.Serialize(payload, Json),
            Created = now,
            GiveUp = now + Patience,
            Attempts = 0,
        });
    }

    /// <summary>Ends what is still open for an alert, in the caller's transaction.</summary>
    public static Task WithdrawAsync(StationDatabase database, long alert, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.Commands.Where(row => row.Alert == alert && row.Finished == null).ExecuteUpdateAsync(
            change => change.SetProperty(row => row.Finished, now).SetProperty(row => row.Outcome, CommandRow.Withdrawn),
            cancellationToken);

    /// <summary>Something was put in.</summary>
    public void Wake() => _wake.Writer.TryWrite(true);

    /// <summary>Completes at the next <see cref="Wake"/>, or when <paramref name="patience"/> runs out.</summary>
    public async Task WaitAsync(TimeSpan patience, TimeProvider time, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            await _wake.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Nothing was put in; what is due is looked for all the same.
        }
    }
}
