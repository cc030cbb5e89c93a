using System.Globalization;

namespace Gateway.Drivers.Devices.Patrols;

/// <summary>What a patrol says of checks that came to nothing.</summary>
internal static class PatrolWords
{
    /// <summary>Code of a check that did not come to its end.</summary>
    public const string TimedOut = "check-timed-out";

    /// <summary>Code of a check that failed.</summary>
    public const string Failed = "check-failed";

    public static PatrolFinding NoAnswer(TimeSpan after)
    {
        var seconds = after.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture);
        return new(
            TimedOut,
            new Wording(
                $"设备在 {seconds} 秒内没有完成检查。请检查供电和网络；若反复出现，请重启设备。",
                $"The device did not finish its check within {seconds} s. Check power and network; if it happens again, restart the device."),
            $"{seconds} s",
            NeedsRepair: true);
    }

    public static PatrolFinding StillHanging { get; } = new(
        TimedOut,
        new Wording(
            "上次巡检的检查仍未结束，本次没有再次检查。请重启设备；若反复出现，请重启网关。",
            "The check of an earlier patrol still hangs, so none was begun. Restart the device; if it happens again, restart the gateway."),
        Value: null,
        NeedsRepair: true);

    public static PatrolFinding Fault(string message) => new(
        Failed,
        new Wording($"无法检查该设备：{message}", $"The device could not be looked over: {message}"),
        Value: null,
        NeedsRepair: true);
}
