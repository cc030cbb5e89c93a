using System.Text.Json;
using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Commands;
using Gateway.Cloud.Contract.Events;
using Gateway.Drivers.Devices;
using Gateway.Edge.Journal;
using Gateway.Edge.Uplink.Commands;

namespace Gateway.Edge.Alerts.Sos;

/// <summary>Command <c>alert-acknowledged</c>: changes the lamp at the place, then records that the caller has been told.</summary>
internal sealed class AcknowledgedHandler(IAlarmLamps lamps, IJournal journal, ILogger<AcknowledgedHandler> logger) : ICommandHandler
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public string Name => AlertAcknowledged.Name;

    public async ValueTask<CommandAnswer> HandleAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        if (Read(request.Payload) is not { } alert)
        {
            return CommandAnswer.Refused("bad-payload", new("指令内容不完整，请核对两端软件版本", "the command's content does not fit: compare the versions of station and gateway"));
        }

        try
        {
            if (!await lamps.ShowAcknowledgedAsync(alert.Device, alert.Press, cancellationToken))
            {
                // Trying again would not help: the caller has waited until the lamp went out.
                return CommandAnswer.Refused(AlertAcknowledged.CallOver, new("该呼叫已结束，现场指示灯已熄灭", "the call is over and its lamp is out"));
            }
        }
        catch (DeviceFaultException error)
        {
            SosLog.LampFailed(logger, alert.Device, alert.Press, error.Message);
            return CommandAnswer.Failed("lamp-failed", new($"现场指示灯未能变化：{error.Message}", $"the lamp could not be changed: {error.Message}"));
        }

        await RecordAsync(alert);
        return CommandAnswer.Done(new("现场指示灯已显示警方已知悉", "the lamp shows that an officer has taken note"));
    }

    // The caller has been told, whether or not it can be recorded: the station is not to try again for that.
    private async ValueTask RecordAsync(AlertAcknowledged alert)
    {
        var words = new LocalizedText($"民警 {alert.Officer} 已知悉，现场指示灯已变化", $"Officer {alert.Officer} has taken note, and the lamp shows it");
        var data = new SosData(alert.Device, alert.DeviceName, alert.Press, SosPhase.Acknowledged, alert.PressedAt, words, alert.Test);
        try
        {
            await journal.AppendAsync(JournalEntry.Of(EventKind.Sos, EventPriority.High, alert.Device, data), CancellationToken.None);
        }
        catch (JournalUnavailableException error)
        {
            SosLog.NotRecorded(logger, alert.Device, alert.Press, error);
        }
    }

    private static AlertAcknowledged? Read(string payload)
    {
        try
        {
            var alert = JsonSerializer.Deserialize<AlertAcknowledged>(payload, Json);
            return Guid.TryParse(alert?.Press, out _) && DeviceName.IsValid(alert.Device) ? alert : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
