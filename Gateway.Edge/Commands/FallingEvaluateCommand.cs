using System.CommandLine;
using Gateway.Drivers.Buses.Video;
using Gateway.Edge.Perception.FallingObjects;
using Gateway.Edge.Perception.FallingObjects.Evaluation;
using Gateway.Edge.Perception.FallingObjects.Motion;
using Gateway.Edge.Perception.FallingObjects.Synthetic;

namespace Gateway.Edge.Commands;

/// <summary><c>gateway falling evaluate DIR...</c>: how many falls are found, and what else is taken for one.</summary>
internal static class FallingEvaluateCommand
{
    private const int MostNuisanceHours = 10;

    public static Command Create()
    {
        var folders = new Argument<DirectoryInfo[]>("DIR")
        {
            Description = "Folders with video files, and beside them annotations.csv (file,object,frame,cx,cy,w,h,note) and optionally regions.json.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var json = new Option<bool>("--json") { Description = "Print one JSON object instead of a table." };
        var pictures = new Option<DirectoryInfo?>("--pictures") { Description = "Write a picture for each hit, miss and false alarm into this folder." };
        var regions = new Option<FileInfo?>("--regions") { Description = "Use this file instead of each folder's own regions.json." };
        var scale = new Option<string>("--scale")
        {
            Description = "Analyse every pixel (full), each 2 x 2 as one (half), or half of what has more than 1080 rows (auto).",
            DefaultValueFactory = _ => "auto",
        };
        scale.AcceptOnlyFromAmong("auto", "full", "half");
        var synthetic = Bounded("--synthetic", $"Evaluate on so many synthetic falls as well, at most {SyntheticSet.Falls}.", 0, SyntheticSet.Falls);
        var nuisance = new Option<double>("--nuisance-hours") { Description = $"Evaluate on so many hours of synthetic clips without a fall as well, at most {MostNuisanceHours}." };
        nuisance.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() is not (>= 0 and <= MostNuisanceHours))
            {
                result.AddError($"--nuisance-hours is from 0 to {MostNuisanceHours}.");
            }
        });
        var jobs = Bounded("--jobs", "Clips evaluated at the same time.", 1, 64);
        jobs.DefaultValueFactory = _ => 1;
        var first = Bounded("--first-seed", "Begin the synthetic clips with this one; releases are measured by those from 1, and judged by those that nobody has looked at.", 1, 1_000_000);
        first.DefaultValueFactory = _ => 1;
        var evaluate = new Command("evaluate", "Measure the detection of falling objects.") { folders, json, pictures, regions, scale, synthetic, nuisance, first, jobs };
        evaluate.SetAction((parsed, cancellationToken) => RunAsync(
            new FallingEvaluation(
                parsed.GetValue(folders) ?? [],
                parsed.GetValue(json),
                parsed.GetValue(pictures),
                parsed.GetValue(regions),
                ScaleOf(parsed.GetValue(scale)!),
                parsed.GetValue(synthetic),
                TimeSpan.FromHours(parsed.GetValue(nuisance)),
                parsed.GetValue(jobs),
                parsed.GetValue(first)),
            new FallDetectorFactory(new FallSettings(), new MotionSettings()).Create,
            System.Console.Out,
            System.Console.Error,
            cancellationToken));
        return evaluate;
    }

    /// <summary>Evaluates; 0 when every clip was read, 1 when one was not or there was nothing to do.</summary>
    internal static async Task<int> RunAsync(
        FallingEvaluation wanted, Func<FallView, IFallDetector> detectorOf, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        try
        {
            var clips = wanted.Clips();
            var results = await new FallEvaluation(detectorOf, errors).RunAsync(clips, wanted.Jobs, cancellationToken);
            if (wanted.Pictures is { } folder)
            {
                await EvaluationPictures.WriteAsync(results, folder.FullName, errors, cancellationToken);
            }

            var report = EvaluationSummary.Of(results);
            if (wanted.Json)
            {
                EvaluationOutput.Json(output, report);
            }
            else
            {
                EvaluationTable.Write(output, report);
            }

            return report.Unreadable.Count == 0 ? 0 : 1;
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync(fault.Message);
            return 1;
        }
    }

    private static Option<int> Bounded(string name, string description, int least, int most)
    {
        var option = new Option<int>(name) { Description = description };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is var value && (value < least || value > most))
            {
                result.AddError($"{name} is from {least} to {most}.");
            }
        });
        return option;
    }

    private static AnalysisScale? ScaleOf(string name) => name switch { "full" => AnalysisScale.Full, "half" => AnalysisScale.Half, _ => null };
}
