using Gateway.Drivers.Buses.Video;
using Gateway.Edge.Perception.FallingObjects.Evaluation;
using Gateway.Edge.Perception.FallingObjects.Synthetic;

namespace Gateway.Edge.Commands;

/// <summary>What an evaluation was asked for.</summary>
/// <param name="Folders">With video files.</param>
/// <param name="Json">One JSON object instead of a table.</param>
/// <param name="Pictures">Where pictures go; null for none.</param>
/// <param name="Regions">Instead of each folder's regions.json; null for these.</param>
/// <param name="Scale">How much of the resolution is analysed; null to go by the size of the picture.</param>
/// <param name="Synthetic">Number of synthetic clips with falls.</param>
/// <param name="Nuisance">Length of synthetic clips without a fall.</param>
/// <param name="Jobs">Clips at the same time.</param>
/// <param name="FirstSeed">Of the synthetic clips.</param>
internal sealed record FallingEvaluation(
    IReadOnlyList<DirectoryInfo> Folders,
    bool Json,
    DirectoryInfo? Pictures = null,
    FileInfo? Regions = null,
    AnalysisScale? Scale = null,
    int Synthetic = 0,
    TimeSpan Nuisance = default,
    int Jobs = 1,
    int FirstSeed = 1)
{
    /// <summary>The clips; synthetic ones are made as they are asked for.</summary>
    /// <exception cref="InvalidDataException">Annotations or regions are malformed, or there is nothing to evaluate.</exception>
    /// <exception cref="IOException">A folder is missing.</exception>
    public IEnumerable<IEvaluationClip> Clips()
    {
        var regions = Regions is { } file ? RegionFile.Read(file.FullName) : null;
        var videos = Folders.SelectMany(folder => ClipFolder.Read(folder.FullName, regions, Scale)).ToList();
        var nuisances = Math.Min(SyntheticSet.Nuisances, (int)Math.Ceiling(Nuisance / SyntheticSet.NuisanceLength));
        if (videos.Count + Synthetic + nuisances == 0)
        {
            throw new InvalidDataException(Folders.Count == 0
                ? "Nothing to evaluate: name a folder with video files, or give --synthetic or --nuisance-hours."
                : $"No video file in {string.Join(", ", Folders.Select(folder => folder.FullName))}.");
        }

        return videos.Concat(SyntheticSet.FallClips(Synthetic, FirstSeed).Concat(SyntheticSet.NuisanceClips(nuisances, FirstSeed)).Select(clip => new MadeClip(clip)));
    }
}
