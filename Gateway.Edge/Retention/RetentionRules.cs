using Gateway.Cloud.Contract;
using Gateway.Edge.Access.Grants;
using Gateway.Edge.Access.Vehicles;
using Gateway.Edge.Alerts.Strangers;
using Gateway.Edge.Charging;
using Gateway.Edge.Journal;

namespace Gateway.Edge.Retention;

/// <summary>Every time that the property office may set; what stays until somebody erases it is not among them.</summary>
internal static class RetentionRules
{
    private static readonly LocalizedText s_ended = new("结束后", "after the end");

    public static IReadOnlyList<RetentionRule> All { get; } =
    [
        Of<JournalOptions>(JournalOptions.Section, nameof(JournalOptions.KeepReceipted), new("事件与操作记录", "Events and audit records"), new("派出所确认收到后", "after the station has receipted them")) with { AdministratorOnly = true },
        Of<GrantOptions>(GrantOptions.Section, nameof(GrantOptions.KeepDays), new("临时人员及其授权", "Temporary workers and their grants"), s_ended),
        Of<GrantOptions>(GrantOptions.Section, nameof(GrantOptions.VisitorKeepDays), new("住户邀请的访客", "Visitors whom residents invited"), s_ended),
        Of<StrangerOptions>("Strangers", nameof(StrangerOptions.RememberFor), new("陌生人再次出现的识别", "Telling that a stranger returns"), new("首次出现后；0 为不识别", "after the first time; 0 for not at all")),
        Of<ChargingOptions>(ChargingOptions.Section, nameof(ChargingOptions.KeepDays), new("充电记录", "Charging sessions"), s_ended),
        Of<VehicleOptions>(VehicleOptions.Section, nameof(VehicleOptions.VisitorDays), new("访客与临时人员的车辆", "Vehicles of visitors and workers"), s_ended),
        Of<VehicleOptions>(VehicleOptions.Section, nameof(VehicleOptions.StayDays), new("停车记录", "Stays of vehicles"), new("离开后", "after they left")),
        Of<VehicleOptions>(VehicleOptions.Section, nameof(VehicleOptions.NoticeDays), new("挪车通知", "Move-car notices"), new("发出后", "after they were sent")),
        Of<VehicleOptions>(VehicleOptions.Section, nameof(VehicleOptions.ReportDays), new("违停报告", "Parking reports"), new("处理后", "after they were settled")),
    ];

    private static RetentionRule Of<T>(string section, string property, LocalizedText name, LocalizedText after) =>
        new($"{section}:{property}", name, after, typeof(T).GetProperty(property)!);
}
