using System.Text.Json;

namespace Gateway.Edge.Perception.Models;

/// <summary>The models this build was made for. It travels inside the assembly, so a file cannot be swapped together with its digest.</summary>
internal sealed record ModelManifest(IReadOnlyList<ModelEntry> Models)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>The manifest of this build.</summary>
    public static ModelManifest Current { get; } = Load();

    /// <summary>The entry of that name.</summary>
    /// <exception cref="ModelFaultException">The manifest has no such model.</exception>
    public ModelEntry this[string name] =>
        Models.FirstOrDefault(model => model.Name == name)
        ?? throw new ModelFaultException($"The model manifest has no '{name}'. It has: {string.Join(", ", Models.Select(model => model.Name))}.");

    private static ModelManifest Load()
    {
        using var stream = typeof(ModelManifest).Assembly.GetManifestResourceStream("models.json")
            ?? throw new ModelFaultException("This build carries no models.json.");
        return JsonSerializer.Deserialize<ModelManifest>(stream, Json) ?? throw new ModelFaultException("models.json is empty.");
    }
}
