using System.CommandLine;
using Gateway.Edge.Perception.Faces.Evaluation;

namespace Gateway.Edge.Commands;

/// <summary><c>gateway liveness evaluate DIR [--json]</c>: how well living faces are told from prints on single pictures.</summary>
internal static class LivenessCommand
{
    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("DIR") { Description = "Folder with labels.csv (file,label,source) and its pictures." };
        var json = new Option<bool>("--json") { Description = "Print one JSON object instead of a table." };
        var evaluate = new Command("evaluate", "Measure liveness detection on labelled pictures.") { folder, json };
        evaluate.SetAction(parsed => EvaluationOutput.Guarded(
            System.Console.Error, () => Evaluate(parsed.GetValue(folder)!, parsed.GetValue(json), System.Console.Out, System.Console.Error)));
        return new Command("liveness", "Work with liveness detection.") { evaluate };
    }

    internal static void Evaluate(DirectoryInfo folder, bool json, TextWriter output, TextWriter progress)
    {
        using var host = new EvaluationHost();
        var report = new LivenessEvaluation(host.Reader, host.Options, progress).Run(folder.FullName);
        if (json)
        {
            EvaluationOutput.Json(output, report);
            return;
        }

        output.WriteLine($"images       {report.Images}");
        output.WriteLine($"AUC          {report.Auc:0.0000}");
        output.WriteLine($"threshold    {report.Threshold:0.00}");
        output.WriteLine($"APCER        {report.Apcer:P1}  attacks taken for alive");
        output.WriteLine($"BPCER        {report.Bpcer:P1}  living faces rejected");
        output.WriteLine($"undetected   {report.Undetected}");
    }
}
