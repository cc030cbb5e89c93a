using System.CommandLine;
using System.Globalization;
using System.Text;
using Gateway.Drivers.Configuration;
using Gateway.Drivers.Devices;
using Gateway.Drivers.FallingObjectCameras;

namespace Gateway.Edge.Commands;

/// <summary><c>gateway falling calibrate FILE DEVICE</c>: how good a facade's calibration is, with changes from the command line, and writes it.</summary>
internal static class FallingCalibrateCommand
{
    private static readonly string[] s_places = ["top", "middle", "bottom"];

    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "The hardware file, such as /etc/edgegateway/hardware.json." };
        var device = new Argument<string>("DEVICE") { Description = "Id of a falling-object camera in it." };
        var lines = new Option<string[]>("--line")
        {
            Description = "FLOOR=Y, where the floor of a storey is seen: Y from 0 at the picture's upper edge to 1. At least four, in the place of what the file says.",
            AllowMultipleArgumentsPerToken = true,
        };
        var placement = new Option<string?>("--placement")
        {
            Description = "tilt=DEGREES,height=M,distance=M,fieldOfView=DEGREES (or focalLength=PIXELS), in the place of what the file says.",
        };
        var floors = new Option<double?>("--floors") { Description = "Floors above ground." };
        var floorHeight = new Option<double?>("--floor-height") { Description = "Metres from one floor to the next." };
        var columns = new Option<double?>("--columns") { Description = "Columns of windows." };
        var write = new Option<bool>("--write") { Description = "Write it into the file; the file as it was is kept beside it." };
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var command = new Command("calibrate", "Show how good a facade's calibration is; with --line or --placement try another, with --write keep it.")
        {
            file, device, lines, placement, floors, floorHeight, columns, write, json,
        };
        command.SetAction((parse, _) => CommandOutcome.RunAsync(parse.InvocationConfiguration.Error, () =>
        {
            var change = new FacadeChange(
                parse.GetValue(lines) ?? [], parse.GetValue(placement), parse.GetValue(floors), parse.GetValue(floorHeight), parse.GetValue(columns));
            var report = Run(parse.GetRequiredValue(file), new DeviceId(parse.GetRequiredValue(device)), change, parse.GetValue(write));
            var output = parse.InvocationConfiguration.Output;
            if (parse.GetValue(json))
            {
                CommandOutcome.PrintJson(output, report);
            }
            else
            {
                Print(report, output);
            }

            return Task.FromResult(report.Faults.Count == 0 ? 0 : 1);
        }));
        return command;
    }

    private static FacadeReport Run(string file, DeviceId device, FacadeChange change, bool write)
    {
        try
        {
            var writer = new FacadeWriter(file, Environment.GetEnvironmentVariable, TimeProvider.System);
            var rows = writer.Rows(device);
            var draft = FacadeDraft.Read(Encoding.UTF8.GetBytes(change.Apply(writer.Read(device).Text)), rows);
            if (draft.Facade is null || !write)
            {
                return FacadeReport.Of(device, draft, rows);
            }

            using var edit = writer.Prepare(device, draft, print: null);
            return FacadeReport.Of(device, draft, rows) with { Backup = edit.Commit() };
        }
        catch (HardwareEditException fault)
        {
            throw new CommandFaultException($"{fault.Words.En}\n{fault.Words.Zh}", fault);
        }
    }

    private static void Print(FacadeReport report, TextWriter output)
    {
        foreach (var fault in report.Faults)
        {
            output.WriteLine($"{fault.Path}: {fault.En}");
            output.WriteLine($"  {fault.Zh}");
        }

        if (report.Fit is not { } fit)
        {
            return;
        }

        var error = fit.LineError is { } pixels ? $"{fit.Lines.Count} floor lines, off by {Text(pixels)} px (root mean square)" : "by placement: nothing to check it against";
        output.WriteLine($"{report.Device}: {report.Summary}");
        output.WriteLine(error);
        output.WriteLine($"{"floor",6}{"y",9}{"row",8}{"off/px",9}");
        foreach (var (floor, y) in fit.Floors.Reverse())
        {
            var line = fit.Lines.FirstOrDefault(line => line.Floor == floor);
            output.WriteLine($"{floor,6}{Text(y, "0.0000"),9}{Text(y * report.Rows),8}{(line.Floor == floor ? Text(line.Pixels, "+0.0;-0.0;0.0") : ""),9}");
        }

        foreach (var (name, place) in s_places.Zip(fit.Places))
        {
            output.WriteLine($"at the {name}: floor {place.Floor.Floor} ± {Text(place.Floors, "0.00")} floors ({Text(place.Height.Metres)} ± {Text(place.Height.Uncertainty, "0.00")} m)");
        }

        if (report.Backup is { } backup)
        {
            output.WriteLine($"已写入，原文件备份为 / written, the file as it was is kept as {backup}");
        }
    }

    private static string Text(double value, string format = "0.0") => value.ToString(format, CultureInfo.InvariantCulture);
}
