using System.CommandLine;
using System.Globalization;
using Gateway.Edge.Perception.Faces.Evaluation;

namespace Gateway.Edge.Commands;

/// <summary><c>gateway faces evaluate DIR... [--json]</c>: accuracy of 1:1 verification on labelled pairs.</summary>
internal static class FacesCommand
{
    public static Command Create()
    {
        var folders = new Argument<DirectoryInfo[]>("DIR")
        {
            Description = "Folders with pairs.csv (file_a,file_b,same,set) and its pictures.",
            Arity = ArgumentArity.OneOrMore,
        };
        var json = new Option<bool>("--json") { Description = "Print one JSON object instead of a table." };
        var evaluate = new Command("evaluate", "Measure face verification on labelled pairs of pictures.") { folders, json };
        evaluate.SetAction(parsed => EvaluationOutput.Guarded(
            System.Console.Error, () => Evaluate(parsed.GetValue(folders)!, parsed.GetValue(json), System.Console.Out, System.Console.Error)));
        return new Command("faces", "Work with the face pipeline.") { evaluate };
    }

    /// <summary>Evaluates the folders together, and each by itself where there are several.</summary>
    internal static void Evaluate(DirectoryInfo[] folders, bool json, TextWriter output, TextWriter progress)
    {
        var pairs = folders.Select(folder => FacePair.ReadFolder(folder.FullName)).ToList();
        using var host = new EvaluationHost();
        var evaluation = new FaceEvaluation(host.Reader, host.Options, progress);
        var together = evaluation.Run([.. pairs.SelectMany(list => list)]);
        if (json)
        {
            EvaluationOutput.Json(output, together);
            return;
        }

        output.WriteLine($"{"set",-24}{"pairs",8}{"EER",9}{string.Concat(together.Tpr.Keys.Select(key => $"{"TPR@" + key,10}{"FPR@" + key,10}"))}");
        foreach (var set in pairs.SelectMany(list => list).GroupBy(pair => pair.Set, StringComparer.Ordinal))
        {
            Row(output, set.Key, evaluation.Run([.. set]));
        }

        Row(output, "together", together);
        output.WriteLine($"{together.Undetected} pictures without a face (their genuine pairs count as missed), {together.MsPerFace:0.0} ms a face");
    }

    private static void Row(TextWriter output, string name, FaceReport report)
    {
        var rates = report.Tpr.Keys.Select(key => $"{Percent(report.Tpr[key]),10}{Percent(report.Fpr[key]),10}");
        output.WriteLine($"{name,-24}{report.Pairs,8}{Percent(report.Eer),9}{string.Concat(rates)}");
    }

    private static string Percent(double rate) => double.IsNaN(rate) ? "-" : rate.ToString("0.00%", CultureInfo.InvariantCulture);
}
