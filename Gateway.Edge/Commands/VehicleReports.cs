using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Gateway.Edge.Access.Csv;
using Gateway.Edge.Access.Vehicles;
using Gateway.Edge.Access.Vehicles.Api;
using Gateway.Edge.Access.Vehicles.Csv;
using Gateway.Edge.Access.Vehicles.Registry;
using Gateway.Edge.Access.Vehicles.Stays;

namespace Gateway.Edge.Commands;

/// <summary>What <c>gateway vehicles</c> prints.</summary>
internal static class VehicleReports
{
    private static readonly JsonSerializerOptions s_json = new(VehiclesJson.Options)
    {
        WriteIndented = true,
        // Chinese stays readable in a terminal; the output is never put into a web page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static int List(IReadOnlyList<Vehicle> vehicles, bool json, TextWriter output)
    {
        if (json)
        {
            return Json(output, new { vehicles });
        }

        foreach (var vehicle in vehicles)
        {
            output.WriteLine(Line(vehicle));
        }

        output.WriteLine($"{vehicles.Count} vehicles");
        return 0;
    }

    public static int Changed(VehicleChange change, bool json, ParseResult parse)
    {
        var (output, errors) = (parse.InvocationConfiguration.Output, parse.InvocationConfiguration.Error);
        if (change.Vehicle is not { } vehicle)
        {
            return Refused(change.Refusals, errors);
        }

        if (json)
        {
            return Json(output, vehicle);
        }

        output.WriteLine(Line(vehicle));
        return 0;
    }

    public static int Imported(ImportReport report, bool json, ParseResult parse)
    {
        var (output, errors) = (parse.InvocationConfiguration.Output, parse.InvocationConfiguration.Error);
        var code = report.FaultCount == 0 ? 0 : 1;
        if (json)
        {
            _ = Json(output, report);
            return code;
        }

        ImportFaults.Write(report.Faults, errors);
        output.WriteLine(code == 0
            ? $"{(report.DryRun ? "would be added" : "added")}: {report.Added}, changed: {report.Changed}, unchanged: {report.Unchanged}"
            : $"{report.FaultCount} faults; nothing was changed");
        return code;
    }

    public static int Stays(IReadOnlyList<Stay> stays, bool json, TimeZoneInfo zone, TextWriter output)
    {
        if (json)
        {
            return Json(output, new { stays });
        }

        foreach (var stay in stays)
        {
            output.WriteLine($"{stay.Id}  {stay.Plate?.Text ?? "-",-9}  {stay.State,-13}  {Time(stay.EnteredAt, zone),-16}  {Time(stay.LeftAt, zone),-16}  {(stay.OverstayedAt is null ? "" : "overstayed")}");
        }

        output.WriteLine($"{stays.Count} stays");
        return 0;
    }

    public static int Corrected(StayChange change, bool json, ParseResult parse)
    {
        if (change.Stay is not { } stay)
        {
            return Refused(change.Refusals, parse.InvocationConfiguration.Error);
        }

        if (json)
        {
            return Json(parse.InvocationConfiguration.Output, stay);
        }

        parse.InvocationConfiguration.Output.WriteLine($"{stay.Id}  {stay.Plate?.Text ?? "-"}  {stay.State}");
        return 0;
    }

    public static int Occupancy(Occupancy occupancy, bool json, TextWriter output)
    {
        if (json)
        {
            return Json(output, occupancy);
        }

        output.WriteLine($"inside       {occupancy.Inside}{Of(occupancy.Capacity)}");
        output.WriteLine($"visitors     {occupancy.Visitors}{Of(occupancy.VisitorCapacity)}");
        output.WriteLine($"overstaying  {occupancy.Overstaying}");
        return 0;
    }

    private static int Refused(IReadOnlyList<VehicleRefusal> refusals, TextWriter errors)
    {
        foreach (var refusal in refusals)
        {
            errors.WriteLine($"{refusal.Field}: {refusal.Reason.Zh}");
            errors.WriteLine($"{refusal.Field}: {refusal.Reason.En}");
        }

        return 1;
    }

    private static int Json<T>(TextWriter output, T value)
    {
        output.WriteLine(JsonSerializer.Serialize(value, s_json));
        return 0;
    }

    private static string Line(Vehicle vehicle) =>
        $"{vehicle.Id}  {vehicle.Plate.Text,-9}  {StandingWords.En(vehicle.Standing),-8}  {vehicle.Unit ?? vehicle.Grant?.Host,-12}  {vehicle.MaskedPhone,-13}  {vehicle.Owner}";

    private static string Time(DateTimeOffset? instant, TimeZoneInfo zone) => instant is { } given ? LocalTimes.Write(given, zone) : "-";

    private static string Of(int? capacity) => capacity is { } places ? $" of {places}" : "";
}
