namespace Gateway.Cloud.Station.Texts;

/// <summary>Simplified Chinese.</summary>
internal sealed class ChineseWording : Wording
{
    public override string Culture => "zh-CN";

    public override string Live => "值班实况";

    public override string NeedsMe => "需要处理";

    public override string Passages => "通行实况";

    public override string Compounds => "小区";

    public override string Compound => "小区";

    public override string Stranger => "陌生人";

    public override string OpenedResident => "居民放行";

    public override string OpenedWorker => "临时人员放行";

    public override string Refused => "拒绝";

    public override string StrangerRefused => "陌生人未放行";

    public override string PriorityHigh => "高";

    public override string NoAlerts => "没有待处理的告警";

    public override string NoAlertsHint => "小区门禁发现陌生人时，头像和地点会立刻出现在这里。";

    public override string NoPassages => "还没有通行记录";

    public override string NoPassagesHint => "小区网关上线后，每次通行会在一秒内显示。";

    public override string NoCompounds => "还没有小区接入";

    public override string NoCompoundsHint => "请检查小区网关的证书和站点编号。";

    public override string Online => "在线";

    public override string Offline => "离线";

    public override string AllReceived => "记录齐全";

    public override string MissingRecords => "待补 {0} 条记录";

    public override string MissingMedia => "待传 {0} 份影像";

    public override string LastEvent => "最近记录";

    public override string NoEventYet => "尚无记录";

    public override string SightingsCount => "出现 {0} 次";

    public override string SeenOnce => "出现 1 次";

    public override string FirstSeen => "首次出现";

    public override string LastSeen => "最近出现";

    public override string Reason => "原因";

    public override string Sequence => "流水号";

    public override string Portrait => "陌生人头像";

    public override string NoPortrait => "没有头像";

    public override string NoEvidence => "暂无附近摄像机的影像";

    public override string LookingIsRecorded => "每次查看影像都会留痕。";

    public override string ViewedBy => "查看记录";

    public override string NobodyLooked => "还没有人查看";

    public override string Acknowledge => "知悉";

    public override string AcknowledgedBy => "{0} 已知悉";

    public override string Reopen => "重新打开";

    public override string Open => "待处理";

    public override string Back => "返回实况";

    public override string LogIn => "登录";

    public override string LogOut => "退出登录";

    public override string UserName => "用户名";

    public override string Password => "密码";

    public override string LogInHint => "首次登录的密码在启动时显示一次。";

    public override string LogInFailed => "用户名或密码不正确。";

    public override string LockedOut => "连续失败次数过多，账号已锁定 15 分钟。请稍后再试，或请管理员重置密码。";

    public override string ChangePassword => "修改密码";

    public override string MustChange => "当前密码由系统生成，请先设置自己的密码。";

    public override string CurrentPassword => "当前密码";

    public override string NewPassword => "新密码";

    public override string RepeatPassword => "再次输入新密码";

    public override string PasswordRule => "至少 12 个字符，不能与当前密码相同。";

    public override string PasswordTooWeak => "新密码至少 12 个字符，且至少包含 5 种不同字符。";

    public override string PasswordSame => "新密码不能与当前密码相同。";

    public override string PasswordsDiffer => "两次输入的新密码不一致。";

    public override string PasswordWrong => "当前密码不正确。";

    public override string PasswordChanged => "密码已修改。";

    public override string Save => "保存";

    public override string Account => "账号";

    public override string Theme => "切换明暗";

    public override string OtherLanguage => "English";

    public override string SwitchLanguage => "Switch to English";

    public override string SkipToContent => "跳到正文";

    public override string Connecting => "正在连接";

    public override string LiveNow => "实时";

    public override string UpdatedAgo => "{0} 秒前更新";

    public override string NoUpdateFor => "已 {0} 秒未更新，正在重新连接。";

    public override string StorageFault => "记录暂时无法入库，小区会保留并重发：{0}";

    public override string BrokerFault => "与消息服务器的连接中断，小区会保留记录并在恢复后补传。";

    public override string HeldBack => "{0} 条新记录";

    public override string JustNow => "刚刚";

    public override string SecondsAgo => "{0} 秒前";

    public override string MinutesAgo => "{0} 分钟前";

    public override string HoursAgo => "{0} 小时前";

    public override string DaysAgo => "{0} 天前";

    public override string NotFound => "没有这个页面";

    public override string NotFoundHint => "地址可能有误，或记录已被清除。";

    public override string ErrorTitle => "页面出错了";

    public override string ErrorHint => "记录仍在接收和保存。请重试；若仍出错，请联系管理员。";

    public override string OpenCount => "{0} 项待处理";

    public override string Unknown => "未知";

    public override string Details => "详情";

    public override string Status => "状态";

    public override string Sos => "紧急求助";

    public override string Fire => "火情";

    public override string Charging => "充电安全";

    public override string FallingObject => "高空抛物";

    public override string Vehicle => "禁行车辆";

    public override string VehiclePicture => "车辆画面";

    public override string PriorityEmergency => "紧急";

    public override string PriorityNormal => "普通";

    public override string PriorityInfo => "提示";

    public override string Drill => "演练";

    public override string DrillHint => "这是演练，不是真实告警，不计入统计。";

    public override string DrillCount => "演练 {0}";

    public override string EmergencyCount => "紧急 {0}";

    public override string CallsCount => "呼叫 {0} 次";

    public override string Evidence => "证据";

    public override string FallsCount => "共坠落 {0} 件";

    public override string FallsTitle => "坠落物品";

    public override string Clip => "现场录像";

    public override string Still => "现场图片";

    public override string MediumComing => "影像传输中";

    public override string Device => "设备";

    public override string Place => "位置";

    public override string Timeline => "经过";

    public override string Lamp => "现场指示灯";

    public override string LampConfirmed => "现场指示灯已确认";

    public override string LampWaiting => "正在通知现场指示灯，尚未确认";

    public override string LampUnconfirmed => "未确认：现场指示灯可能没有变化";

    public override string PhasePressed => "按下";

    public override string PhaseLongPressed => "长按";

    public override string PhaseEvidence => "取证";

    public override string PhaseAcknowledged => "灯已应答";

    public override string PhaseReset => "复位";

    public override string PhaseTamper => "被拆动";

    public override string Devices => "设备";

    public override string DevicesWell => "{0} 台设备全部在线";

    public override string DeviceFaultCount => "{1} 台设备中 {0} 台异常";

    public override string DeviceConnecting => "连接中";

    public override string DeviceDegraded => "降级";

    public override string DeviceFaulty => "故障";

    public override string DeviceAvailability => "今日可用 {0}%";
}
