using System.Globalization;

namespace Gateway.Edge.Perception.FallingObjects.Evaluation;

/// <summary>Prints a report for people.</summary>
internal static class EvaluationTable
{
    /// <summary>With more clips than this only those with something to tell are listed.</summary>
    private const int MostListed = 60;

    /// <summary>Prints clips, kinds, and the figures of all together.</summary>
    public static void Write(TextWriter output, EvaluationReport report)
    {
        var listed = report.PerClip.Count <= MostListed
            ? report.PerClip
            : [.. report.PerClip.Where(clip => clip.Found < clip.Falls || clip.FalseAlarms > 0 || clip.Fault is not null)];
        var width = Math.Max(24, listed.Select(clip => clip.File.Length + 2).DefaultIfEmpty().Max());
        Line(output, $"{"clip".PadRight(width)}{"falls",7}{"found",7}{"false alarms",14}{"seconds",10}{"frames/s",10}");
        foreach (var clip in listed)
        {
            Line(output, $"{clip.File.PadRight(width)}{clip.Falls,7}{clip.Found,7}{clip.FalseAlarms,14}{clip.Seconds,10:0.0}{Figure(clip.FramesPerSecond, "0"),10}{(clip.Fault is null ? "" : "  not read to its end")}");
        }

        if (listed.Count < report.PerClip.Count)
        {
            Line(output, $"and {report.PerClip.Count - listed.Count} more in which everything was found and nothing else told");
        }

        foreach (var kinds in report.Groups.GroupBy(group => group.By, StringComparer.Ordinal))
        {
            Kinds(output, kinds);
        }

        Totals(output, report);
    }

    private static void Kinds(TextWriter output, IGrouping<string, GroupReport> kinds)
    {
        output.WriteLine();
        Line(output, $"{kinds.Key,-24}{"falls",7}{"found",7}{"recall",9}{"false alarms",14}{"hours",9}{"in 10 h",9}");
        foreach (var kind in kinds)
        {
            var inTen = kind is { FalseAlarms: { } alarms, Hours: { } hours } ? Statistics.Share(alarms * 10, hours) : null;
            Line(output, $"{kind.Value,-24}{kind.Falls,7}{kind.Found,7}{Percent(kind.Recall),9}{Figure(kind.FalseAlarms, "0"),14}{Figure(kind.Hours, "0.00"),9}{Figure(inTen, "0.0"),9}");
        }
    }

    private static void Totals(TextWriter output, EvaluationReport report)
    {
        output.WriteLine();
        Line(output, $"clips               {report.Clips}, {report.Hours:0.000} h, {report.Frames} frames");
        Line(output, $"recall              {Percent(report.Recall)}  {report.Found} of {report.Falls} falls");
        Line(output, $"precision           {Percent(report.Precision)}  {report.FalseAlarms} false alarms, {report.Doubles} of them doubles; {report.MirrorOnly} mirror images told instead of their falls");
        Line(output, $"false alarms/hour   {Figure(report.FalseAlarmsPerHour, "0.00")}");
        Line(output, $"floor               {(report.Floors == 0 ? "no fall with a known floor" : string.Create(CultureInfo.InvariantCulture, $"exact {Percent(report.FloorExact)}, within one {Percent(report.FloorWithinOne)}, off by {report.FloorError:0.00} in the mean; {report.Floors} falls"))}");
        Line(output, $"latency             {(report.LatencyP50 is null ? "nothing found" : string.Create(CultureInfo.InvariantCulture, $"median {report.LatencyP50:0} ms, 95 % within {report.LatencyP95:0} ms after the end of the fall, {report.Late} later than {EvaluationSummary.Due.TotalSeconds:0} s"))}");
        Line(output, $"speed               {Figure(report.FramesPerSecond, "0")} frames/s, {Figure(report.TimesRealTime, "0.0")} x real time on one thread, without decoding");
        foreach (var fault in report.Unreadable)
        {
            Line(output, $"could not be read   {fault}");
        }
    }

    private static void Line(TextWriter output, FormattableString text) => output.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    private static string Percent(double? share) => share is { } value ? value.ToString("0.0 %", CultureInfo.InvariantCulture).Replace(" %", "%", StringComparison.Ordinal) : "-";

    private static string Figure(double? value, string format) => value is { } figure ? figure.ToString(format, CultureInfo.InvariantCulture) : "-";
}
