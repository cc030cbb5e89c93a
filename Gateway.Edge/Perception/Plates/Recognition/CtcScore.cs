namespace Gateway.Edge.Perception.Plates.Recognition;

/// <summary>Probability that CTC steps spell a given text, summed over all ways to place its characters.</summary>
internal static class CtcScore
{
    private const int MostStates = (2 * PackedText.Most) + 1;

    /// <summary>The natural logarithm of that probability.</summary>
    /// <param name="steps">Probabilities, steps x <see cref="PlateAlphabet.Count"/>; at least one step.</param>
    /// <param name="text">The text, not empty.</param>
    public static double Log(ReadOnlySpan<float> steps, PackedText text)
    {
        // States: blank, first character, blank, second character, ..., blank.
        Span<double> now = stackalloc double[MostStates];
        Span<double> next = stackalloc double[MostStates];
        var states = (2 * text.Length) + 1;
        now.Clear();
        now[0] = 1;
        var scale = 0.0;
        for (; steps.Length >= PlateAlphabet.Count; steps = steps[PlateAlphabet.Count..])
        {
            var sum = 0.0;
            for (var state = 0; state < states; state++)
            {
                var isCharacter = (state & 1) == 1;
                var @class = isCharacter ? text[state / 2] : PlateAlphabet.Blank;
                var ways = now[state] + (state > 0 ? now[state - 1] : 0);

                // From one character straight to the next, unless they are the same: those need the blank between them.
                ways += isCharacter && state > 1 && text[(state / 2) - 1] != @class ? now[state - 2] : 0;
                sum += next[state] = ways * (steps[@class] + PlateBeam.Floor);
            }

            if (sum <= 0)
            {
                return double.NegativeInfinity;
            }

            for (var state = 0; state < states; state++)
            {
                now[state] = next[state] / sum;
            }

            scale += Math.Log(sum);
        }

        return Math.Log(now[states - 1] + now[states - 2]) + scale;
    }
}
