using Gateway.Cloud.Contract;

namespace Gateway.Edge.Accounts;

/// <summary>The roles and what they are for.</summary>
internal static class RoleWords
{
    /// <summary>The role's name.</summary>
    public static LocalizedText Of(AccountRole role) => role switch
    {
        AccountRole.Administrator => new("管理员", "Administrator"),
        AccountRole.PropertyManager => new("物业经理", "Property manager"),
        AccountRole.Guard => new("保安", "Guard"),
        AccountRole.Auditor => new("审计员", "Auditor"),
        _ => new("安装工程师", "Installer"),
    };

    /// <summary>What the role is for.</summary>
    public static LocalizedText Hint(AccountRole role) => role switch
    {
        AccountRole.Administrator => new("全部功能和账号管理", "everything, and the accounts"),
        AccountRole.PropertyManager => new("居民、车辆、告警和报表", "residents, vehicles, alerts and reports"),
        AccountRole.Guard => new("实时情况、道闸和告警；只能看到任职之后的记录", "live view, barriers and alerts; history from the role's first day on"),
        AccountRole.Auditor => new("查看历史和审计记录，不能更改", "reads history and audit records, changes nothing"),
        _ => new("设备、立面标定和硬件", "devices, calibration and hardware"),
    };
}
