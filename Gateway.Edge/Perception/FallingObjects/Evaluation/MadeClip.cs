using System.Globalization;
using Gateway.Edge.Perception.FallingObjects.Synthetic;

namespace Gateway.Edge.Perception.FallingObjects.Evaluation;

/// <summary>A synthetic clip of the sets by which releases are measured.</summary>
/// <param name="clip">Without its pictures, which are painted when they are asked for.</param>
internal sealed class MadeClip(SyntheticClip clip) : IEvaluationClip
{
    /// <summary>Upper bounds of the sizes told apart, pixels.</summary>
    private static readonly (double Below, string Name)[] s_sizes = [(SyntheticFall.SmallBelow, "2-3 px"), (6.5, "4-6 px"), (12.5, "7-12 px"), (double.MaxValue, "13-30 px")];

    /// <inheritdoc/>
    public string Name { get; } = string.Create(CultureInfo.InvariantCulture, $"{(clip.Kind == SyntheticKind.Fall ? "fall" : "nuisance")}-{clip.Seed:0000}");

    /// <inheritdoc/>
    public IReadOnlyList<TrueFall> Truth { get; } = [.. clip.Truth.Where(fall => fall.Path.Count > 0).Select(Fall)];

    /// <inheritdoc/>
    public IReadOnlyList<ClipGroup> Groups { get; } =
    [
        new("frame rate", RateOf(clip.FramesPerSecond)),
        new("picture", string.Create(CultureInfo.InvariantCulture, $"{clip.Width} x {clip.Height}")),
        .. clip.Nuisances.Select(nuisance => new ClipGroup(clip.Kind == SyntheticKind.Fall ? "beside a fall" : "nuisance", nuisance)),
    ];

    /// <summary>The name of a size's group.</summary>
    public static string SizeOf(double pixels) => Array.Find(s_sizes, size => pixels < size.Below).Name;

    /// <inheritdoc/>
    public ValueTask<IClipFrames> OpenAsync(CancellationToken cancellationToken) => ValueTask.FromResult<IClipFrames>(new SyntheticFrames(clip));

    private static TrueFall Fall(SyntheticFall fall, int index) => new(
        string.Create(CultureInfo.InvariantCulture, $"fall{index + 1}"),
        [.. fall.Path.Select(point => new TruePoint((int)point.Frame, point.X, point.Y, point.Width, point.Height))],
        Floor: fall.Floor,
        Groups: new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["size"] = SizeOf(fall.Size),
            ["release"] = fall.Thrown ? "thrown" : "dropped",
            ["mirrored"] = fall.Mirrored ? "in a pane" : "not",
        });

    private static string RateOf(double rate) => string.Create(CultureInfo.InvariantCulture, $"{rate:0} /s");
}
