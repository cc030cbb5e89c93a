using Gateway.Edge.Perception.Plates.Recognition;

namespace Gateway.Edge.Tests.Perception.Plates.Recognition;

/// <summary>Made-up recogniser outputs.</summary>
internal static class CtcSteps
{
    /// <summary>One step a character, almost certain; <c>_</c> is the blank.</summary>
    public static float[] Spell(string path)
    {
        var steps = new float[path.Length * PlateAlphabet.Count];
        for (var step = 0; step < path.Length; step++)
        {
            steps[(step * PlateAlphabet.Count) + (path[step] == '_' ? PlateAlphabet.Blank : PlateAlphabet.ClassOf(path[step]))] = 0.98f;
        }

        return steps;
    }

    /// <summary>Random probabilities over the blank and a few characters.</summary>
    public static float[] Random(Random random, int count, string characters)
    {
        var steps = new float[count * PlateAlphabet.Count];
        for (var step = 0; step < count; step++)
        {
            var row = steps.AsSpan(step * PlateAlphabet.Count, PlateAlphabet.Count);
            row[PlateAlphabet.Blank] = (float)random.NextDouble();
            foreach (var character in characters)
            {
                row[PlateAlphabet.ClassOf(character)] = (float)Math.Pow(random.NextDouble(), 3);
            }

            var sum = 0f;
            foreach (var value in row)
            {
                sum += value;
            }

            foreach (ref var value in row)
            {
                value /= sum;
            }
        }

        return steps;
    }
}
