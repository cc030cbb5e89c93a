using System.Text;
using Gateway.Edge.Perception.Models;

namespace Gateway.Edge.Perception.Plates.Recognition;

/// <summary>
/// Gathers the general recogniser's 6,625 classes into those of plates. Separators count as blank; a class that looks the same on a plate
/// lends its probability to the legal character (0 and O are one glyph there; which one is meant follows from the position).
/// </summary>
internal sealed class PlateVocabulary
{
    /// <summary>What recognisers make of the dot, of screws and of the frame.</summary>
    private const string Separators = "·.-• ・－●―—_:'`,，。、|~";

    /// <summary>First the legal character, then others whose probability it takes as well.</summary>
    private static readonly string[] Alike = ["0Oo", "O0o", "1Il"];

    private readonly int[][] _sources = new int[PlateAlphabet.Count][];

    /// <summary>Reads the list of characters: UTF-8, one a line, in the order of the model's classes after the blank; the space is the last class.</summary>
    /// <exception cref="ModelFaultException">A character of plates is not in it.</exception>
    public PlateVocabulary(ReadOnlySpan<byte> list)
    {
        var lines = Encoding.UTF8.GetString(list).Split('\n');
        var keys = lines[^1].Length == 0 ? lines[..^1] : lines;
        var classes = new Dictionary<char, int> { [' '] = keys.Length + 1 };
        for (var index = 0; index < keys.Length; index++)
        {
            if (keys[index].TrimEnd('\r') is [var character])
            {
                classes.TryAdd(character, index + 1);
            }
        }

        Count = keys.Length + 2;
        _sources[PlateAlphabet.Blank] = [0, .. Separators.Where(classes.ContainsKey).Select(separator => classes[separator])];
        foreach (var character in PlateAlphabet.Characters)
        {
            if (!classes.ContainsKey(character))
            {
                throw new ModelFaultException($"The recogniser's list of characters lacks '{character}': put back the original ppocr_keys_v1.txt.");
            }

            var alike = Array.Find(Alike, group => group[0] == character) ?? character.ToString();
            _sources[PlateAlphabet.ClassOf(character)] = [.. alike.Where(classes.ContainsKey).Select(source => classes[source])];
        }
    }

    /// <summary>Classes of the general recogniser: blank, the list, space.</summary>
    public int Count { get; }

    /// <summary>Gathers a run's probabilities, step by step.</summary>
    /// <param name="general">Steps x <see cref="Count"/>.</param>
    /// <param name="plate">Steps x <see cref="PlateAlphabet.Count"/>.</param>
    public void Fold(ReadOnlySpan<float> general, Span<float> plate)
    {
        for (int from = 0, to = 0; from < general.Length; from += Count, to += PlateAlphabet.Count)
        {
            var step = general.Slice(from, Count);
            for (var index = 0; index < _sources.Length; index++)
            {
                var sum = 0f;
                foreach (var source in _sources[index])
                {
                    sum += step[source];
                }

                plate[to + index] = sum;
            }
        }
    }
}
