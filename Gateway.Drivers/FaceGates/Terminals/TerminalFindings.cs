using System.Globalization;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.FaceGates.Terminals;

/// <summary>What a patrol finds at a terminal. Pure.</summary>
internal static class TerminalFindings
{
    public static IReadOnlyList<PatrolFinding> Of(TimeSpan drift, TimeSpan tolerance, TerminalSyncStatus people, long unanswered)
    {
        List<PatrolFinding> findings = [];
        if (drift.Duration() > tolerance)
        {
            var seconds = drift.TotalSeconds.ToString("+0;-0", CultureInfo.InvariantCulture);
            findings.Add(new PatrolFinding(
                "clock-drift",
                new Wording(
                    $"终端时钟偏差 {seconds} 秒，网关会自动校正；若反复出现请更换终端电池",
                    $"The terminal's clock is off by {seconds} s; the gateway sets it. If this comes back, replace the terminal's battery"),
                $"{seconds} s",
                NeedsRepair: false));
        }

        if (people.Rejected.Count > 0)
        {
            var (number, reason) = people.Rejected.First();
            findings.Add(new PatrolFinding(
                "terminal-people-rejected",
                new Wording(
                    $"终端拒绝了 {people.Rejected.Count} 人（如 {number}：{reason}），请更换照片",
                    $"The terminal refuses {people.Rejected.Count} people (such as {number}: {reason}): give them other pictures"),
                people.Rejected.Count.ToString(CultureInfo.InvariantCulture),
                NeedsRepair: true));
        }

        if (unanswered > 0)
        {
            findings.Add(new PatrolFinding(
                "terminal-unanswered",
                new Wording($"自启动以来有 {unanswered} 次询问未能答复", $"Since the start {unanswered} of its questions could not be answered"),
                unanswered.ToString(CultureInfo.InvariantCulture),
                NeedsRepair: false));
        }

        return findings;
    }
}
