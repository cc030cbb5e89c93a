using Microsoft.ML.OnnxRuntime;

namespace Gateway.Edge.Perception.Models;

/// <summary>
/// Pinned input and output buffers of one model, bound once: a run allocates nothing. Used by one thread at a time; the session behind it
/// is shared and must outlive it.
/// </summary>
internal sealed class ModelRun : IDisposable
{
    private readonly InferenceSession _session;
    private readonly OrtIoBinding _binding;
    private readonly RunOptions _runOptions = new();
    private readonly List<OrtValue> _values = [];
    private readonly string[] _names;
    private readonly float[][] _outputs;

    /// <summary>Binds a model whose shapes are all fixed.</summary>
    public ModelRun(InferenceSession session)
        : this(
            session,
            session.InputMetadata.Single().Value.Dimensions,
            [.. session.OutputNames.Select(name => (name, session.OutputMetadata[name].Dimensions))])
    {
    }

    /// <summary>Binds a model at the given shapes.</summary>
    public ModelRun(InferenceSession session, int[] input, params (string Name, int[] Shape)[] outputs)
    {
        _session = session;
        _binding = session.CreateIoBinding();
        Input = Allocate(input);
        _binding.BindInput(session.InputNames.Single(), Value(Input, input));
        _names = [.. outputs.Select(output => output.Name)];
        _outputs = new float[_names.Length][];
        for (var index = 0; index < _outputs.Length; index++)
        {
            _outputs[index] = Allocate(outputs[index].Shape);
            _binding.BindOutput(_names[index], Value(_outputs[index], outputs[index].Shape));
        }
    }

    /// <summary>The input tensor, row-major; fill it before <see cref="Run"/>.</summary>
    public float[] Input { get; }

    /// <summary>Output number <paramref name="index"/> in the model's own order; valid until the next run.</summary>
    public ReadOnlySpan<float> Output(int index = 0) => _outputs[index];

    /// <summary>Output by name.</summary>
    public ReadOnlySpan<float> Output(string name)
    {
        var index = Array.IndexOf(_names, name);
        return index >= 0
            ? _outputs[index]
            : throw new ModelFaultException($"The model has no output '{name}'. It has: {string.Join(", ", _names)}.");
    }

    /// <summary>Computes the outputs from the input.</summary>
    public void Run() => _session.RunWithBinding(_runOptions, _binding);

    /// <inheritdoc/>
    public void Dispose()
    {
        _binding.Dispose();
        _values.ForEach(value => value.Dispose());
        _runOptions.Dispose();
    }

    private static float[] Allocate(int[] shape) =>
        GC.AllocateArray<float>(Array.TrueForAll(shape, side => side > 0)
            ? shape.Aggregate(1, (product, side) => product * side)
            : throw new ModelFaultException($"Only models of fixed shape can be bound; this one has [{string.Join(", ", shape)}]."), pinned: true);

    private OrtValue Value(float[] memory, int[] shape)
    {
        var value = OrtValue.CreateTensorValueFromMemory(memory, [.. shape.Select(side => (long)side)]);
        _values.Add(value);
        return value;
    }
}
