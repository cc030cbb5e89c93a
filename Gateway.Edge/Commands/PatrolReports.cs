using System.Text.Json;
using Gateway.Drivers.Devices.Patrols;
using Gateway.Edge.Patrols;

namespace Gateway.Edge.Commands;

/// <summary>What <c>gateway patrol</c> and <c>gateway hardware probe</c> print.</summary>
internal static class PatrolReports
{
    /// <summary>Prints a patrol's report; 0 when nothing needs repair, 1 otherwise.</summary>
    public static int Print(PatrolReport report, bool json, TextWriter output)
    {
        if (json)
        {
            PrintJson(report, output);
        }
        else
        {
            Table(report, output);
            output.WriteLine(PatrolSentences.Summary(report).Zh);
            output.WriteLine(PatrolSentences.Summary(report).En);
        }

        return report.Repairs == 0 ? 0 : 1;
    }

    /// <summary>Prints one JSON object.</summary>
    public static void PrintJson<T>(T value, TextWriter output) => output.WriteLine(JsonSerializer.Serialize(value, PatrolJson.Printed));

    /// <summary>Prints a line for each device and bus, and below it what is wrong with it.</summary>
    public static void Table(PatrolReport report, TextWriter output)
    {
        var (id, kind) = (Width(report, entry => entry.Device), Width(report, entry => entry.Kind));
        foreach (var entry in report.Entries)
        {
            output.WriteLine($"{entry.Device.PadRight(id)}  {entry.Kind.PadRight(kind)}  {entry.State,-10}  {entry.Name.Zh} / {entry.Name.En}");

            // The state's own finding says what the line below it says.
            if (entry.State != Drivers.Devices.DeviceState.Online)
            {
                output.WriteLine($"    {entry.Reason.Zh}");
                output.WriteLine($"    {entry.Reason.En}");
            }

            foreach (var finding in entry.Findings.Where(finding => finding.Code is not (HealthFindings.NotWorking or HealthFindings.PartlyWorking)))
            {
                output.WriteLine($"    {finding.Code}{(finding.Value is { } value ? $" ({value})" : "")}{(finding.NeedsRepair ? "" : " [info]")}: {finding.Words.Zh}");
                output.WriteLine($"    {finding.Code}: {finding.Words.En}");
            }
        }
    }

    private static int Width(PatrolReport report, Func<PatrolEntry, string> column) => report.Entries.Select(entry => column(entry).Length).DefaultIfEmpty().Max();
}
