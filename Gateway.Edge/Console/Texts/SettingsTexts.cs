using Gateway.Cloud.Contract;

namespace Gateway.Edge.Console.Texts;

/// <summary>What the settings page says.</summary>
internal static class SettingsTexts
{
    public static LocalizedText Title { get; } = new("设置", "Settings");

    public static LocalizedText Lead { get; } = new(
        "这里的更改立即生效，并记入操作记录。设备接线和网络等安装设置在配置文件中。", "Changes take effect at once and are put on record. What belongs to the installation, such as wiring and network, is set in the configuration files.");

    public static LocalizedText ConfirmFirst { get; } = new("输入密码后更改", "Enter your password to change");

    public static LocalizedText Saved { get; } = new("已保存，立即生效", "Saved, and in force");

    public static LocalizedText Same { get; } = new("没有变化", "Nothing has changed");

    public static LocalizedText NotRecorded { get; } = new("没有更改：无法保存或记录（{0}）", "Nothing was changed, because it cannot be saved or put on record: {0}");

    public static LocalizedText PutRight { get; } = new("请更正标出的内容", "Put right what is marked");

    public static LocalizedText Modes { get; } = new("小区状态", "Mode of the compound");

    public static LocalizedText Normal { get; } = new("正常：每个人按自己的权限通行", "Normal: everybody passes by their own right");

    public static LocalizedText LockedDown { get; } = new("临时管控中：只放行住户，临时人员和访客在外等候；在内的人可以离开", "Locked down: residents only; temporary workers and visitors wait outside, and whoever is inside may leave");

    public static LocalizedText Why { get; } = new("原因", "Reason");

    public static LocalizedText WhyMissing { get; } = new("请写明原因，最多 100 字", "Give a reason of at most 100 characters");

    public static LocalizedText LockDown { get; } = new("开始临时管控", "Lock down");

    public static LocalizedText Lift { get; } = new("解除临时管控", "Lift the lockdown");

    public static LocalizedText FireHint { get; } = new("火灾和紧急释放始终优先：通道仍会打开。", "Fire and emergency release stand above it: the gates still open.");

    public static LocalizedText Holidays { get; } = new("节假日", "Holidays");

    public static LocalizedText HolidaysHint { get; } = new("每行一个日期，例如 2027-01-01。授权可以规定节假日不放行或只在节假日放行。", "One date a line, such as 2027-01-01. A grant may say that it does not hold on holidays, or only then.");

    public static LocalizedText NoHolidays { get; } = new("还没有节假日", "No holidays yet");

    public static LocalizedText Upcoming { get; } = new("共 {0} 天，接下来：{1}", "{0} in all, next: {1}");

    public static LocalizedText BadDay { get; } = new("第 {0} 行“{1}”不是日期：请写成 2027-01-01 的形式", "Line {0}, \"{1}\", is no date: write it as 2027-01-01");

    public static LocalizedText TooManyDays { get; } = new("最多 {0} 天", "At most {0} days");

    public static LocalizedText Save { get; } = new("保存", "Save");

    public static LocalizedText Notices { get; } = new("门口屏幕通知", "Notices at the gates");

    public static LocalizedText NoticesHint { get; } = new("没有人时显示在门口屏幕上；有人通行时让位。派出所有通知时只显示派出所的。", "Stand on the gates' displays while nobody is there, and give way to whoever passes. While the police station has any, only its own are shown.");

    public static LocalizedText NoNotices { get; } = new("现在没有通知", "No notices now");

    public static LocalizedText Zh { get; } = new("中文内容（最多 60 字）", "In Chinese (at most 60 characters)");

    public static LocalizedText En { get; } = new("英文内容（最多 120 字符）", "In English (at most 120 characters)");

    public static LocalizedText Optional { get; } = new("可不填", "optional");

    public static LocalizedText Gates { get; } = new("显示在", "Shown at");

    public static LocalizedText AllGates { get; } = new("所有门", "All gates");

    public static LocalizedText From { get; } = new("开始", "From");

    public static LocalizedText Until { get; } = new("结束", "Until");

    public static LocalizedText Show { get; } = new("显示通知", "Show it");

    public static LocalizedText TakeDown { get; } = new("撤下", "Take down");

    public static LocalizedText Station { get; } = new("派出所", "Police station");

    public static LocalizedText Planned { get; } = new("未到时间", "not yet");

    public static LocalizedText Shown { get; } = new("通知已保存：到时间后几秒内显示", "The notice is saved and appears within seconds of its time");

    public static LocalizedText Down { get; } = new("通知已撤下", "The notice is taken down");

    public static LocalizedText Gone { get; } = new("这条通知已经不在了", "This notice is gone already");

    public static LocalizedText Retention { get; } = new("保存期限", "How long things are kept");

    public static LocalizedText RetentionHint { get; } = new("缩短期限会在下一次清理时永久删除超期内容。登记的住户、人脸、账户等一直保存到被删除为止：见", "A shorter time erases what is older at the next look, for good. What stays until it is erased by hand stands under");

    public static LocalizedText Days { get; } = new("天", "days");

    public static LocalizedText OutOfBounds { get; } = new("{0}：请填 {1} 到 {2} 之间的整数天", "{0}: give whole days from {1} to {2}");

    public static LocalizedText SetMeanwhile { get; } = new("{0}：其他人刚改为 {1} 天，请核对后再保存", "{0}: somebody has just set it to {1} days; look again and save");

    public static LocalizedText AdministratorOnly { get; } = new("只有管理员可以更改", "Only an administrator may change it");

    public static LocalizedText ConfirmAgain { get; } = new("没有更改：距上次输入密码已超过 5 分钟，请重新输入密码", "Nothing was changed: more than five minutes have passed since you gave your password; give it again");

    public static LocalizedText Uncertain { get; } = new("更改没有完整保存（{0}）：请核对上面显示的状态后再试", "The change was not saved as a whole ({0}): look at the mode shown here and try again");

    public static LocalizedText Bounds { get; } = new("{0}至{1}天", "{0} to {1} days");
}
