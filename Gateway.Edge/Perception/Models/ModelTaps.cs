using System.Text;

namespace Gateway.Edge.Perception.Models;

/// <summary>
/// Makes a model hand out inner tensors besides its own outputs. An ONNX file is one protobuf message, and protobuf joins messages that
/// follow each other: a short message that holds nothing but further outputs of the graph, put behind the file, adds them to it. The
/// verified bytes themselves stay as they are.
/// </summary>
internal static class ModelTaps
{
    // Field numbers of onnx.proto: ModelProto.graph, GraphProto.output, ValueInfoProto.name; wire type 2 is "length, then bytes".
    private const byte Graph = (7 << 3) | 2;
    private const byte Output = (12 << 3) | 2;
    private const byte Name = (1 << 3) | 2;

    /// <summary>One length byte is enough for a name of this length with its three headers.</summary>
    private const int LongestName = 120;

    /// <summary>The model with these tensors as further outputs.</summary>
    /// <exception cref="ArgumentException">A name is empty or too long.</exception>
    public static byte[] Add(byte[] model, IReadOnlyList<string> tensors)
    {
        if (tensors.Count == 0)
        {
            return model;
        }

        using var joined = new MemoryStream(model.Length + (tensors.Count * 64));
        joined.Write(model);
        foreach (var tensor in tensors)
        {
            var name = Encoding.UTF8.GetBytes(tensor);
            if (name.Length is 0 or > LongestName)
            {
                throw new ArgumentException($"'{tensor}' cannot be a tapped tensor: names have 1 to {LongestName} bytes.", nameof(tensors));
            }

            joined.Write([Graph, (byte)(name.Length + 4), Output, (byte)(name.Length + 2), Name, (byte)name.Length]);
            joined.Write(name);
        }

        return joined.ToArray();
    }
}
