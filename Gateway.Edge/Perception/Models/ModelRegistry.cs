using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using Microsoft.ML.OnnxRuntime;
using SessionOptions = Microsoft.ML.OnnxRuntime.SessionOptions;

namespace Gateway.Edge.Perception.Models;

/// <summary>
/// One inference session per model, shared by every gate: sessions hold the weights and are safe for use by several threads. Buffers
/// are per <see cref="ModelRun"/>. Sessions load on first use.
/// </summary>
internal sealed class ModelRegistry(ModelStore store, ModelManifest manifest, IOptions<ModelOptions> options) : IDisposable
{
    // Shared by all threads; a session is built once, by whoever asks first.
    private readonly ConcurrentDictionary<string, Lazy<InferenceSession>> _sessions = new(StringComparer.Ordinal);

    /// <summary>Buffers and binding for one caller of a model.</summary>
    /// <exception cref="ModelFaultException">The model is missing, altered, or of another shape than the manifest says.</exception>
    public ModelRun CreateRun(string name) => new(Session(name));

    /// <summary>Buffers and binding for one caller of a model whose sides may change, at one choice of them.</summary>
    /// <param name="name">The model.</param>
    /// <param name="input">Shape of the input.</param>
    /// <param name="outputs">The outputs wanted and their shapes for that input; others are not computed where that saves anything.</param>
    /// <exception cref="ModelFaultException">The model is missing, altered, or of another shape than the manifest says.</exception>
    public ModelRun CreateRun(string name, int[] input, params (string Name, int[] Shape)[] outputs) => new(Session(name), input, outputs);

    /// <summary>The shared session of a model.</summary>
    /// <exception cref="ModelFaultException">The model is missing, altered, or of another shape than the manifest says.</exception>
    public InferenceSession Session(string name) =>
        _sessions.GetOrAdd(name, key => new Lazy<InferenceSession>(() => Open(key))).Value;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var session in _sessions.Values.Where(session => session.IsValueCreated))
        {
            session.Value.Dispose();
        }

        _sessions.Clear();
    }

    private InferenceSession Open(string name)
    {
        var entry = manifest[name];
        using var settings = new SessionOptions
        {
            IntraOpNumThreads = options.Value.IntraOpThreads,
            InterOpNumThreads = 1,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
        };

        // Spinning workers burn a core that the next gate needs.
        settings.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        settings.AddSessionConfigEntry("session.set_denormal_as_zero", "1");
        InferenceSession session;
        try
        {
            session = new InferenceSession(ModelTaps.Add(store.Load(name), entry.Taps ?? []), settings);
        }
        catch (OnnxRuntimeException error)
        {
            throw new ModelFaultException($"Model '{name}' ({entry.File}) cannot be opened: {error.Message}", error);
        }

        var shape = session.InputMetadata.Values.Single().Dimensions;
        if (shape.AsSpan().SequenceEqual(entry.Input))
        {
            return session;
        }

        session.Dispose();
        throw new ModelFaultException(
            $"Model '{name}' ({entry.File}) takes [{string.Join(", ", shape)}] where the manifest says [{string.Join(", ", entry.Input)}]: correct models.json.");
    }
}
