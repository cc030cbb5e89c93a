using Gateway.Edge.Perception.Models;
using Gateway.Edge.Perception.Plates.Recognition;

namespace Gateway.Edge.Perception.Plates.Evaluation;

/// <summary>The plate reader outside of the running gateway, for command-line measurements: default options, models from the program's folder.</summary>
internal sealed class PlateEvaluationHost : IDisposable
{
    private readonly ModelRegistry _models;

    /// <exception cref="ModelFaultException">A plate model is missing or altered.</exception>
    public PlateEvaluationHost()
    {
        var options = Microsoft.Extensions.Options.Options.Create(new ModelOptions());
        var store = new ModelStore(options, ModelManifest.Current);
        _models = new ModelRegistry(store, ModelManifest.Current, options);
        Reader = new PlateReader(_models, new PlateVocabulary(store.Load(ModelNames.TextCharacters)), new PlateOptions());
    }

    /// <summary>The reader.</summary>
    public PlateReader Reader { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Reader.Dispose();
        _models.Dispose();
    }
}
