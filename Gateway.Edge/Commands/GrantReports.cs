using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Gateway.Edge.Access.Csv;
using Gateway.Edge.Access.Grants.Api;
using Gateway.Edge.Access.Grants.Crew;
using Gateway.Edge.Access.Grants.Registry;

namespace Gateway.Edge.Commands;

/// <summary>What <c>gateway grants</c> prints.</summary>
internal static class GrantReports
{
    private static readonly JsonSerializerOptions s_json = new(GrantsJson.Options)
    {
        WriteIndented = true,
        // Chinese stays readable in a terminal; the output is never put into a web page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static int List(IReadOnlyList<GrantView> grants, bool json, TimeZoneInfo zone, TextWriter output)
    {
        if (json)
        {
            return Json(output, new { grants });
        }

        foreach (var view in grants)
        {
            output.WriteLine(Line(view, zone));
        }

        output.WriteLine($"{grants.Count} grants");
        return 0;
    }

    public static int Changed(GrantChange change, bool json, TimeZoneInfo zone, ParseResult parse)
    {
        var (output, errors) = (parse.InvocationConfiguration.Output, parse.InvocationConfiguration.Error);
        foreach (var refusal in change.Refusals)
        {
            errors.WriteLine($"{refusal.Field}: {refusal.Reason.Zh}");
            errors.WriteLine($"{refusal.Field}: {refusal.Reason.En}");
        }

        if (change.Grant is not { } view)
        {
            return 1;
        }

        if (json)
        {
            return Json(output, view);
        }

        output.WriteLine(Line(view, zone));
        return 0;
    }

    public static int Show(GrantReport report, bool json, TimeZoneInfo zone, TextWriter output)
    {
        if (json)
        {
            return Json(output, report);
        }

        output.WriteLine(Line(report.View, zone));
        foreach (var receipt in report.Receipts)
        {
            output.WriteLine($"  {LocalTimes.Write(receipt.ConfirmedAt, zone)}  {receipt.Device}  {(receipt.Erased ? "erased" : "has it")}");
        }

        foreach (var device in report.View.Outstanding)
        {
            output.WriteLine($"  {"not confirmed",-16}  {device}");
        }

        return 0;
    }

    public static int Imported(CrewReport report, bool json, ParseResult parse)
    {
        var (output, errors) = (parse.InvocationConfiguration.Output, parse.InvocationConfiguration.Error);
        var code = report.FaultCount == 0 ? 0 : 1;
        if (json)
        {
            _ = Json(output, report);
            return code;
        }

        ImportFaults.Write(report.Faults, errors);
        output.WriteLine(report.DryRun
            ? $"would be granted: {report.GoodRows} of {report.Rows} rows"
            : $"granted: {report.Added} of {report.Rows} rows{(code != 0 && report.Added == 0 ? "; nothing was changed, --good-rows takes over the others" : "")}");
        return code;
    }

    private static int Json<T>(TextWriter output, T value)
    {
        output.WriteLine(JsonSerializer.Serialize(value, s_json));
        return 0;
    }

    private static string Line(GrantView view, TimeZoneInfo zone) =>
        $"{view.Grant.Id}  {view.State,-8}  {view.Tag.Zh,-6}  {LocalTimes.Write(view.Grant.From, zone),-16}  {LocalTimes.Write(view.Grant.Until, zone),-16}  {view.Grant.Host,-12}  {view.Worker.Name}";
}
