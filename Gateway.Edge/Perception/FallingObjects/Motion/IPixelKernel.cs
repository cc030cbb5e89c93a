namespace Gateway.Edge.Perception.FallingObjects.Motion;

/// <summary>
/// Compares 64 pixels with their background and lets the background learn, for one vector width. With d = |pixel - level|:
/// the pixel differs where d exceeds the greater one of threshold and floor by more than its tolerance; its level moves towards it by at most
/// <see cref="PixelRates.Creep"/> where it differs and <see cref="PixelRates.Adapt"/> where not; its threshold moves towards 2d by at
/// most <see cref="PixelRates.Rise"/> upwards and <see cref="PixelRates.Decay"/> downwards. So a threshold settles at twice the
/// difference that the pixel exceeds in Decay / (Rise + Decay) of the frames.
/// </summary>
internal interface IPixelKernel
{
    /// <summary>Takes 64 pixels and returns a bit for each that differs, lowest bit first.</summary>
    static abstract ulong Step(ref byte pixels, ref byte tolerances, ref byte levels, ref byte thresholds, PixelRates rates);
}
