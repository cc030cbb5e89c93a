using Gateway.Edge.Perception.Faces;
using Gateway.Edge.Perception.Models;
using Microsoft.Extensions.Options;

namespace Gateway.Edge.Tests.Perception.Faces;

/// <summary>The real models, opened once for all tests of this assembly.</summary>
internal static class FaceModels
{
    private static readonly IOptions<ModelOptions> Settings = Options.Create(new ModelOptions());

    public static ModelStore Store { get; } = new(Settings, ModelManifest.Current);

    public static ModelRegistry Registry { get; } = new(Store, ModelManifest.Current, Settings);

    public static FaceReader Reader() => new(Registry);
}
