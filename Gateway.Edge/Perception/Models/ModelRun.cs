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

    public ModelRun(InferenceSession session)
    {
        _session = session;
        _binding = session.CreateIoBinding();
        var (inputName, input) = session.InputMetadata.Single();
        Input = Allocate(input.Dimensions);
        _binding.BindInput(inputName, Value(Input, input.Dimensions));
        _names = [.. session.OutputNames];
        _outputs = new float[_names.Length][];
        for (var index = 0; index < _outputs.Length; index++)
        {
            var name = _names[index];
            var shape = session.OutputMetadata[name].Dimensions;
            _outputs[index] = Allocate(shape);
            _binding.BindOutput(name, Value(_outputs[index], shape));
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
