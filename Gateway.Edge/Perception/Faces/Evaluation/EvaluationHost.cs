using Gateway.Edge.Perception.Models;

namespace Gateway.Edge.Perception.Faces.Evaluation;

/// <summary>The face pipeline outside of the running gateway, for command-line measurements: default options, models from the program's folder.</summary>
internal sealed class EvaluationHost : IDisposable
{
    private readonly ModelRegistry _models;

    /// <exception cref="ModelFaultException">A face model is missing or altered.</exception>
    public EvaluationHost()
    {
        var models = Microsoft.Extensions.Options.Options.Create(new ModelOptions());
        _models = new ModelRegistry(new ModelStore(models, ModelManifest.Current), ModelManifest.Current, models);
        Reader = new FaceReader(_models);
    }

    /// <summary>The pipeline.</summary>
    public FaceReader Reader { get; }

    /// <summary>The measured defaults.</summary>
    public FaceOptions Options { get; } = new();

    /// <inheritdoc/>
    public void Dispose()
    {
        Reader.Dispose();
        _models.Dispose();
    }
}
