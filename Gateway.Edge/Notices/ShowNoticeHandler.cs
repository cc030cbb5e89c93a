using System.Text.Json;
using Gateway.Cloud.Contract.Commands;
using Gateway.Edge.Journal;
using Gateway.Edge.Uplink.Commands;

namespace Gateway.Edge.Notices;

/// <summary>Command <c>show-notice</c>: a message of the station to the people at the gates. The same id again changes it; an end that has passed takes it down.</summary>
internal sealed class ShowNoticeHandler(NoticeDesk desk, TimeProvider time) : ICommandHandler
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public string Name => ShowNotice.Name;

    public async ValueTask<CommandAnswer> HandleAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        if (Read(request.Payload) is not { } order || !Guid.TryParse(order.Id, out var id))
        {
            return CommandAnswer.Refused("bad-payload", new("指令内容不完整，请核对两端软件版本", "the command's content does not fit: compare the versions of station and gateway"));
        }

        try
        {
            if (order.Until <= time.GetUtcNow())
            {
                await desk.WithdrawAsync(id, request.By, cancellationToken);
                return CommandAnswer.Done(new("通知已撤下", "the notice is taken down"));
            }

            var words = new Cloud.Contract.LocalizedText(order.Words.Zh.Trim(), order.Words.En.Trim());
            var notice = new GateNotice(id, words, order.Gates ?? [], order.From ?? time.GetUtcNow(), order.Until, NoticeSource.Station, request.By);
            return await desk.ShowAsync(notice, cancellationToken) is [var (field, fault), ..]
                ? CommandAnswer.Refused("bad-notice", field.Length == 0 ? fault : new($"{field}：{fault.Zh}", $"{field}: {fault.En}"))
                : CommandAnswer.Done(new("门口屏幕将显示该通知", "the displays at the gates show the notice"));
        }
        catch (Exception error) when (error is JournalUnavailableException or IOException)
        {
            return CommandAnswer.Failed("not-recorded", new("网关无法保存，通知未显示", $"the gateway cannot save it, so it is not shown: {error.Message}"));
        }
    }

    private static ShowNotice? Read(string payload)
    {
        try
        {
            return JsonSerializer.Deserialize<ShowNotice>(payload, s_json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
