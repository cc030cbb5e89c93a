using System.CommandLine;
using Gateway.Edge.Perception.FallingObjects.Synthetic;

namespace Gateway.Edge.Commands;

/// <summary><c>gateway falling synthesize FILE.mp4 --seed N --kind fall|nuisance</c>: a synthetic clip with its truth in annotations.csv beside it.</summary>
internal static class FallingSynthesizeCommand
{
    /// <summary>Longer ones are for <c>falling evaluate</c>, which makes many.</summary>
    private const int MostSeconds = 600;

    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "The video to write, for example fall.mp4." };
        var seed = new Option<int>("--seed") { Description = "Which clip of the set that releases are measured by; from 1.", DefaultValueFactory = _ => 1 };
        seed.Validators.Add(static result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
            {
                result.AddError("--seed counts from 1.");
            }
        });
        var kind = new Option<SyntheticKind>("--kind")
        {
            Description = "fall: something falls; nuisance: only what must not raise an alert.",
            DefaultValueFactory = _ => SyntheticKind.Fall,
        };
        var seconds = new Option<double?>("--seconds") { Description = $"How long it lasts, 0.1 to {MostSeconds}; at least as long as its falls. Without: 6 to 8 with falls, 40 without." };
        seconds.Validators.Add(static result =>
        {
            if (result.GetValueOrDefault<double?>() is not null and not (>= 0.1 and <= MostSeconds))
            {
                result.AddError($"--seconds is from 0.1 to {MostSeconds}.");
            }
        });
        var command = new Command("synthesize", "Write a synthetic clip of a tower, for trainings and tests.") { file, seed, kind, seconds };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetValue(file)!, parsed.GetValue(seed), parsed.GetValue(kind), parsed.GetValue(seconds), System.Console.Out, System.Console.Error,
            cancellationToken));
        return command;
    }

    internal static async Task<int> RunAsync(
        FileInfo file, int seed, SyntheticKind kind, double? seconds, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        try
        {
            var clip = SyntheticSet.Clip(seed, kind, seconds is { } length ? TimeSpan.FromSeconds(length) : null);
            await SyntheticVideo.WriteAsync(clip, file.FullName, cancellationToken);
            await output.WriteLineAsync(
                $"{file.FullName}: {clip.Width} x {clip.Height}, {clip.FrameCount} frames, {clip.Truth.Count} falls; {string.Join(", ", clip.Nuisances)}");
            return 0;
        }
        catch (IOException fault)
        {
            await errors.WriteLineAsync(fault.Message);
            return 1;
        }
    }
}
