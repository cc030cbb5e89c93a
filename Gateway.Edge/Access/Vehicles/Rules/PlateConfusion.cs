using Gateway.Edge.Perception.Plates;

namespace Gateway.Edge.Access.Vehicles.Rules;

/// <summary>
/// When a plate that was read may be another one that was meant: exactly one character differs, and it is either the province or a pair
/// that cameras take for each other. The pairs are those that stroke by stroke differ by a serif or a bar in the plates' letter face
/// (GA 36); no other pair is ever forgiven. See docs/vehicles.md.
/// </summary>
internal static class PlateConfusion
{
    private static readonly string[] s_pairs = ["0D", "0Q", "DQ", "0O", "DO", "QO", "8B", "2Z", "5S", "6G", "1L", "17", "1T", "7T"];

    /// <summary>The pairs, each as two characters; order does not matter.</summary>
    public static IReadOnlyList<string> Pairs => s_pairs;

    /// <summary>True when <paramref name="read"/> may be <paramref name="meant"/> misread: never for equal texts.</summary>
    public static bool IsSlip(PlateNumber read, PlateNumber meant) => read.Kind == meant.Kind && IsSlip(read.Text, meant.Text);

    /// <summary>Every text that <paramref name="read"/> may be a misreading of, legal or not.</summary>
    public static IEnumerable<string> Meant(string read)
    {
        foreach (var province in PlateGrammar.Provinces)
        {
            if (province != read[0] && PlateGrammar.Provinces.Contains(read[0], StringComparison.Ordinal))
            {
                yield return With(read, 0, province);
            }
        }

        for (var position = 0; position < read.Length; position++)
        {
            foreach (var pair in s_pairs)
            {
                if (pair[0] == read[position] || pair[1] == read[position])
                {
                    yield return With(read, position, pair[0] == read[position] ? pair[1] : pair[0]);
                }
            }
        }
    }

    /// <summary>A text with each of its characters hidden in turn: two texts share one exactly when at most one character differs.</summary>
    public static IEnumerable<string> Masks(string text)
    {
        for (var position = 0; position < text.Length; position++)
        {
            yield return With(text, position, '?');
        }
    }

    private static bool IsSlip(string read, string meant)
    {
        if (read.Length != meant.Length)
        {
            return false;
        }

        var different = -1;
        for (var position = 0; position < read.Length; position++)
        {
            if (read[position] == meant[position])
            {
                continue;
            }

            if (different >= 0)
            {
                return false;
            }

            different = position;
        }

        return different >= 0 && (IsProvince(read, meant, different) || IsPair(read[different], meant[different]));
    }

    private static bool IsProvince(string read, string meant, int position) =>
        position == 0 && PlateGrammar.Provinces.Contains(read[0], StringComparison.Ordinal) && PlateGrammar.Provinces.Contains(meant[0], StringComparison.Ordinal);

    private static bool IsPair(char left, char right) =>
        Array.Exists(s_pairs, pair => (pair[0] == left && pair[1] == right) || (pair[0] == right && pair[1] == left));

    private static string With(string text, int position, char character) =>
        string.Create(text.Length, (text, position, character), static (span, state) =>
        {
            state.text.CopyTo(span);
            span[state.position] = state.character;
        });
}
