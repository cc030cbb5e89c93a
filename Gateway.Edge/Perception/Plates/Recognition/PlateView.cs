namespace Gateway.Edge.Perception.Plates.Recognition;

/// <summary>What both recognisers saw in one view of a plate: CTC probabilities of the plate's classes, step by step from left to right.</summary>
/// <param name="generalSteps">Steps of the general recogniser.</param>
/// <param name="headSteps">Steps of the plate head.</param>
internal sealed class PlateView(int generalSteps, int headSteps)
{
    /// <summary>The general recogniser: steps x <see cref="PlateAlphabet.Count"/>.</summary>
    public float[] General { get; } = new float[generalSteps * PlateAlphabet.Count];

    /// <summary>The plate head: steps x <see cref="PlateAlphabet.Count"/>.</summary>
    public float[] Head { get; } = new float[headSteps * PlateAlphabet.Count];
}
