using Gateway.Drivers.Buses.Video;

namespace Gateway.Edge.Perception.FallingObjects.Evaluation;

/// <summary>The clips of a folder: its video files by name, with the truth of annotations.csv and the regions of regions.json.</summary>
internal static class ClipFolder
{
    /// <param name="folder">The folder; those below it are not looked into.</param>
    /// <param name="regions">By file name, instead of the folder's own; null for the folder's own.</param>
    /// <param name="scale">How much of the resolution is analysed; null to go by the size of the picture.</param>
    /// <returns>Also a clip for what is annotated and is not there: it cannot be read.</returns>
    /// <exception cref="InvalidDataException">Annotations or regions are malformed.</exception>
    /// <exception cref="IOException">There is no such folder.</exception>
    public static IReadOnlyList<IEvaluationClip> Read(string folder, IReadOnlyDictionary<string, ClipRegion>? regions, AnalysisScale? scale)
    {
        var truth = AnnotationFile.Read(folder);
        regions ??= RegionFile.ReadFolder(folder);
        var files = Directory.EnumerateFiles(folder).Where(VideoClip.IsVideo).Select(file => Path.GetFileName(file)!);
        return
        [
            .. files.Union(truth.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(name => new VideoClip(
                Path.Combine(folder, name), truth.GetValueOrDefault(name) ?? [], regions.GetValueOrDefault(name), scale)),
        ];
    }
}
