using System.Globalization;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.AlarmStreetlights;

/// <summary>Whether the button has been tried lately: a button that nobody presses for months may be broken without anyone knowing.</summary>
internal static class StreetlightTrial
{
    public static IReadOnlyList<PatrolFinding> Findings(DateTimeOffset? tried, TimeSpan every, DateTimeOffset now)
    {
        if (now - tried <= every)
        {
            return [];
        }

        var days = every.TotalDays.ToString("0", CultureInfo.InvariantCulture);
        return
        [
            new PatrolFinding(
                "button-not-tried",
                new Wording($"按钮超过 {days} 天未经试按：请开始演练并按一次", $"Nobody has tried the button for more than {days} days: begin a drill and press it once"),
                tried?.ToString("O", CultureInfo.InvariantCulture),
                NeedsRepair: false),
        ];
    }
}
