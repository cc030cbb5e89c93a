using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Gateway.Edge.Access;

/// <summary>Hours of the week in the compound's time, such as <c>Mon-Fri 08:00-18:00; Sat 22:00-02:00</c>. Equal by text. Immutable.</summary>
internal sealed record WeeklyHours
{
    /// <summary>Longest text that is read, as typed and in its one spelling; characters.</summary>
    public const int LongestText = 200;

    private const int MostWindows = 100;

    private readonly WeeklyWindow[] _windows;

    private WeeklyHours(string text, WeeklyWindow[] windows) => (Text, _windows) = (text, windows);

    /// <summary>The hours in one spelling, which <see cref="TryParse"/> reads again.</summary>
    public string Text { get; }

    /// <summary>
    /// Reads days, a space and times; several times with commas, several lines with semicolons. Days are <c>Mon</c>, <c>Mon-Fri</c>,
    /// <c>Sat,Sun</c>, <c>daily</c>, or in Chinese 周一, 周一至周五, 每天. A time that ends before it begins goes on past midnight.
    /// </summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out WeeklyHours? hours)
    {
        hours = null;
        if (string.IsNullOrWhiteSpace(text) || text.Length > LongestText)
        {
            return false;
        }

        var windows = new List<WeeklyWindow>();
        var lines = new List<string>();
        foreach (var line in text.Replace('；', ';').Replace('，', ',').Replace('：', ':').Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var parts = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length != 2 || WeekDays.Parse(parts[0]) is not { Count: > 0 } days || Times(parts[1]) is not { Count: > 0 } times)
            {
                return false;
            }

            windows.AddRange(days.SelectMany(day => times.Select(time => new WeeklyWindow(day, time.From, time.To))));
            lines.Add($"{WeekDays.Write(days)} {string.Join(',', times.Select(time => string.Create(CultureInfo.InvariantCulture, $"{time.From:HH:mm}-{time.To:HH:mm}")))}");
        }

        if (windows.Count is 0 or > MostWindows)
        {
            return false;
        }

        // The one spelling may be longer than what was typed; what cannot be read again after a restart is refused now.
        var spelling = string.Join("; ", lines);
        if (spelling.Length > LongestText)
        {
            return false;
        }

        hours = new WeeklyHours(spelling, [.. windows]);
        return true;
    }

    /// <summary>True at this local time.</summary>
    public bool Contains(DateTime local) => Contains(local, static _ => true);

    /// <summary>True at this local time in a window that began on a day which counts.</summary>
    public bool Contains(DateTime local, Func<DateOnly, bool> counts) => Array.Exists(_windows, window => window.Contains(local, counts));

    /// <inheritdoc/>
    public bool Equals(WeeklyHours? other) => other is not null && Text == other.Text;

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Text);

    /// <inheritdoc/>
    public override string ToString() => Text;

    private static List<(TimeOnly From, TimeOnly To)> Times(string text)
    {
        var times = new List<(TimeOnly, TimeOnly)>();
        foreach (var span in text.Split(','))
        {
            var ends = span.Split('-', '~', '～');
            if (ends.Length != 2 || Time(ends[0]) is not { } from || Time(ends[1]) is not { } to)
            {
                return [];
            }

            times.Add((from, to));
        }

        return times;
    }

    private static TimeOnly? Time(string text) =>
        text == "24:00" ? TimeOnly.MinValue
        : TimeOnly.TryParseExact(text, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time
        : null;
}
