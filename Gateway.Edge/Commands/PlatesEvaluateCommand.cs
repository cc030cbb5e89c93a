using System.CommandLine;
using System.Globalization;
using Gateway.Edge.Perception.Plates.Evaluation;

namespace Gateway.Edge.Commands;

/// <summary><c>gateway plates evaluate DIR... [--json] [--pictures OUT]</c>: how many plates are read without a fault.</summary>
internal static class PlatesEvaluateCommand
{
    public static Command Create()
    {
        var folders = new Argument<DirectoryInfo[]>("DIR")
        {
            Description = "Folders with labels.csv (file,plate) and its pictures: whole pictures, or plates that are cut out already.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var json = new Option<bool>("--json") { Description = "Print one JSON object instead of a table." };
        var pictures = new Option<DirectoryInfo?>("--pictures") { Description = "Write a picture for each miss into this folder." };
        var synthetic = new Option<int>("--synthetic") { Description = "Instead of folders: so many crops and whole pictures of each condition of the seeded sets." };
        var evaluate = new Command("evaluate", "Measure plate reading on labelled pictures.") { folders, json, pictures, synthetic };
        evaluate.Validators.Add(result =>
        {
            if (result.GetValue(synthetic) is var count && (count < 0 || count > 0 == result.GetValue(folders) is [_, ..]))
            {
                result.AddError("Name folders, or give --synthetic with how many pictures of each condition.");
            }
        });
        evaluate.SetAction((parsed, _) => EvaluationOutput.GuardedAsync(
            System.Console.Error,
            async () =>
            {
                if (parsed.GetValue(synthetic) is var count and > 0)
                {
                    await PlatesSyntheticEvaluation.RunAsync(count, parsed.GetValue(json), System.Console.Out, System.Console.Error);
                    return;
                }

                Evaluate(parsed.GetValue(folders)!, parsed.GetValue(json), parsed.GetValue(pictures), System.Console.Out, System.Console.Error);
            }));
        return evaluate;
    }

    /// <summary>Evaluates each folder; in JSON all of them together.</summary>
    internal static void Evaluate(DirectoryInfo[] folders, bool json, DirectoryInfo? pictures, TextWriter output, TextWriter progress)
    {
        var sets = folders.Select(folder => (folder.Name, Plates: LabelledPlate.ReadFolder(folder.FullName))).ToList();
        using var host = new PlateEvaluationHost();
        var sheets = pictures is null ? null : new MissPictures(pictures.FullName);
        var evaluation = new PlateEvaluation(host.Reader, progress, sheets is null ? null : sheets.Write);
        if (json)
        {
            EvaluationOutput.Json(output, evaluation.Run([.. sets.SelectMany(set => set.Plates)]));
            return;
        }

        output.WriteLine($"{"set",-24}{"images",8}{"exact",9}{"unread",8}{"ms",8}  most frequent confusions");
        foreach (var (name, plates) in sets)
        {
            Row(output, name, evaluation.Run(plates));
        }
    }

    private static void Row(TextWriter output, string name, PlateReport report)
    {
        var exact = double.IsNaN(report.Exact) ? "-" : report.Exact.ToString("0.0%", CultureInfo.InvariantCulture);
        var milliseconds = report.MsPerImage.ToString("0.0", CultureInfo.InvariantCulture);
        var confusions = report.Confusions.Take(6).Select(one => $"{Name(one.Expected)}>{Name(one.Read)} x{one.Count}");
        output.WriteLine($"{name,-24}{report.Images,8}{exact,9}{report.NoOutput,8}{milliseconds,8}  {string.Join(", ", confusions)}");
    }

    private static string Name(string character) => character.Length == 0 ? "(none)" : character;
}
