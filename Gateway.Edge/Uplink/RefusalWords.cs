using Gateway.Cloud.Contract;

namespace Gateway.Edge.Uplink;

/// <summary>What people read about a record that the broker refuses.</summary>
internal static class RefusalWords
{
    public static LocalizedText For(string reason) => new(
        $"该记录被消息服务器拒收，仍完整保存在小区网关的日志中。原因：{reason}",
        $"The broker refuses this record; the compound's journal keeps it whole. Reason: {reason}");
}
