using Gateway.Edge.Perception.Models;
using Gateway.Edge.Perception.Plates.Recognition;
using Microsoft.Extensions.Options;

namespace Gateway.Edge.Perception.Plates;

/// <summary>Makes readers that share models and the list of characters.</summary>
internal sealed class PlateReaderFactory(ModelRegistry models, ModelStore store, IOptions<PlateOptions> options) : IPlateReaderFactory
{
    // Read by whoever asks first; a missing file is told again at every attempt.
    private readonly Lazy<PlateVocabulary> _vocabulary = new(
        () => new PlateVocabulary(store.Load(ModelNames.TextCharacters)), LazyThreadSafetyMode.PublicationOnly);

    /// <inheritdoc/>
    public IPlateReader Create() => new PlateReader(models, _vocabulary.Value, options.Value);
}
