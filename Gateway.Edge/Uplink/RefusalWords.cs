using Gateway.Cloud.Contract;

namespace Gateway.Edge.Uplink;

/// <summary>What people read about a record that the broker refuses.</summary>
internal static class RefusalWords
{
    public static LocalizedText For(string reason) => new(
        $"该记录被消息服务器拒收，仍完整保存在小区网关的日志中。原因：{reason}",
        $"The broker refuses this record; the compound's journal keeps it whole. Reason: {reason}");

    public static LocalizedText ForMedium(string reason) => new(
        $"该影像被消息服务器多次拒收，不再发送，仍保存在小区网关。原因：{reason}",
        $"The broker refused this medium again and again, so it is not sent any more; the gateway keeps it. Reason: {reason}");
}
