using Gateway.Cloud.Contract;
using Gateway.Edge.Access.Vehicles.MoveCar;

namespace Gateway.Edge.Console.Texts;

/// <summary>What people on site, owners and guards read about moving a vehicle.</summary>
internal static class MoveCarTexts
{
    public static LocalizedText Title { get; } = new("请车主挪车", "Ask for a car to be moved");

    public static LocalizedText Lead { get; } = new(
        "填写挡路车辆的车牌，物业会通知车主。双方都看不到对方的完整号码。",
        "Enter the plate of the car in the way; the property tells its owner. Neither side sees the other's whole number.");

    public static LocalizedText Why { get; } = new("挡住了什么", "What is blocked");

    public static LocalizedText OwnWords { get; } = new("补充说明", "In your words");

    public static LocalizedText OwnWordsHint { get; } = new("例如 3 号楼东侧出口", "Such as: the east exit of building 3");

    public static LocalizedText YourPhone { get; } = new("您的手机", "Your phone");

    public static LocalizedText YourPhoneHint { get; } = new("方便保安回电；车主只看到遮挡后的号码", "So that the guard can call back; the owner sees it masked");

    public static LocalizedText Send { get; } = new("通知车主", "Tell the owner");

    public static LocalizedText Status { get; } = new("挪车请求", "Your request");

    public static LocalizedText StatusHint { get; } = new("本页会自动更新，可以收起手机稍后再看。", "This page updates by itself; you may put the phone away and look later.");

    public static LocalizedText Over { get; } = new("这个请求已结束或地址有误", "This request is over, or the address is wrong");

    public static LocalizedText OverHint { get; } = new("仍需要挪车时，请重新填写车牌。", "If the car is still in the way, enter its plate again.");

    public static LocalizedText Again { get; } = new("重新请求", "Ask again");

    public static LocalizedText CallGuard { get; } = new("也可以致电保安室 {0}", "Or call the guard: {0}");

    public static LocalizedText Away { get; } = new(
        "暂时无法通知车主，请直接联系保安。", "Owners cannot be told at the moment; please ask the guard.");

    public static LocalizedText AnswerTitle { get; } = new("有人请您挪车", "Somebody asks you to move your car");

    public static LocalizedText AskedAt { get; } = new("请求时间 {0}", "asked at {0}");

    public static LocalizedText AskedBecause { get; } = new("对方说：{0}", "They say: {0}");

    public static LocalizedText Caller { get; } = new("对方手机 {0}", "their phone {0}");

    public static LocalizedText AnswerLead { get; } = new("请选择一项，只能回答一次：", "Choose one; the first answer counts:");

    public static LocalizedText ComeIn { get; } = new("{0} 分钟内到", "I come within {0} min");

    public static LocalizedText NotMine { get; } = new("不是我的车", "Not my car");

    public static LocalizedText NotTaken { get; } = new("没有收到您的回答，请再试一次。", "Your answer did not arrive; please try again.");

    public static LocalizedText LinkOver { get; } = new("这个链接已失效", "This link is over");

    public static LocalizedText LinkOverHint { get; } = new("请求已结束，或链接不完整。不需要再做什么。", "The request is over, or the link is incomplete. There is nothing left to do.");

    public static LocalizedText Notices { get; } = new("挪车请求", "Move-car requests");

    public static LocalizedText NoNotices { get; } = new("没有待处理的请求", "No requests wait");

    public static LocalizedText NoNoticesHint { get; } = new(
        "任何人在“请车主挪车”页面填写车牌后，请求会显示在这里。", "When somebody on site enters a plate on the page \"Ask for a car to be moved\", it shows here.");

    public static LocalizedText PublicPage { get; } = new("打开挪车页面", "Open the public page");

    public static LocalizedText Handle { get; } = new("处理", "Handle");

    public static LocalizedText HandleOf { get; } = new("处理 {0} 的挪车请求", "Handle the request about {0}");

    public static LocalizedText Notice { get; } = new("挪车请求", "Move-car request");

    public static LocalizedText Asked { get; } = new("请求 {0} 次", "asked {0} times");

    public static LocalizedText Unregistered { get; } = new("未登记车辆", "Not registered");

    public static LocalizedText Coming { get; } = new("预计 {0} 到", "expected at {0}");

    public static LocalizedText Owner { get; } = new("车主手机", "Owner's phone");

    public static LocalizedText CallerPhone { get; } = new("请求人手机", "Asking person's phone");

    public static LocalizedText NoPhone { get; } = new("没有号码", "No number");

    public static LocalizedText Reveal { get; } = new("查看完整号码（一次）", "Show the whole number (once)");

    public static LocalizedText RevealHint { get; } = new("每个请求只显示一次，查看会被记录。", "Shown once for each request; the look is put on record.");

    public static LocalizedText Shown { get; } = new("已经显示过", "has been shown");

    public static LocalizedText Close { get; } = new("已处理，结束请求", "Done, close the request");

    public static IReadOnlyList<LocalizedText> Reasons { get; } =
    [
        new("挡住我的车", "It blocks my car"),
        new("挡住出入口", "It blocks an entrance"),
        new("占用消防通道", "It stands on the fire lane"),
        new("占用我的车位", "It stands on my place"),
    ];

    public static LocalizedText State(NoticeState state) => state switch
    {
        NoticeState.Sending => new("正在通知", "Being sent"),
        NoticeState.Told => new("已通知车主", "Owner told"),
        NoticeState.ToCall => new("请致电", "To call"),
        NoticeState.Coming => new("车主会来", "Owner is coming"),
        NoticeState.NotMine => new("不是其车辆", "Not theirs"),
        _ => new("已结束", "Closed"),
    };
}
