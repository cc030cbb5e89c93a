using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gateway.Edge.Perception.FallingObjects.Evaluation;

/// <summary>
/// Where the facade is in the clips of a folder: <c>regions.json</c>, one member a clip by its file name. Optional, and so is every member
/// in it; a clip that is not in it is evaluated with what the detector finds out by itself.
/// </summary>
internal static class RegionFile
{
    public const string Name = "regions.json";

    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = JsonNumberHandling.Strict,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowTrailingCommas = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
    };

    /// <summary>The regions of a folder's clips by file name; none where the folder has no such file.</summary>
    /// <exception cref="InvalidDataException">The file is malformed; names file, line and column, and the member.</exception>
    public static IReadOnlyDictionary<string, ClipRegion> ReadFolder(string folder)
    {
        var path = Path.Combine(folder, Name);
        return File.Exists(path) ? Read(path) : new Dictionary<string, ClipRegion>(StringComparer.Ordinal);
    }

    /// <summary>The regions in a file.</summary>
    /// <exception cref="InvalidDataException">As of <see cref="ReadFolder"/>.</exception>
    /// <exception cref="IOException">There is no such file.</exception>
    public static IReadOnlyDictionary<string, ClipRegion> Read(string path)
    {
        try
        {
            var entries = JsonSerializer.Deserialize<Dictionary<string, RegionEntry?>>(File.ReadAllBytes(path), s_options)
                ?? throw new InvalidDataException($"{path}, line 1, column 1: expected an object with a member for each clip.");
            return entries.ToDictionary(entry => entry.Key, entry => entry.Value?.Meaning ?? new ClipRegion(null, [], null, 0), StringComparer.Ordinal);
        }
        catch (JsonException error)
        {
            // The serializer counts both from 0.
            var what = error.Message.Split(" Path: ", 2)[0].TrimEnd('.');
            throw new InvalidDataException(
                $"{path}, line {error.LineNumber + 1}, column {error.BytePositionInLine + 1}, at {error.Path ?? "$"}: {what}.", error);
        }
    }
}
