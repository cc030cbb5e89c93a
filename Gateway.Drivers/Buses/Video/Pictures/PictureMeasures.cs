namespace Gateway.Drivers.Buses.Video.Pictures;

/// <summary>What one picture is like.</summary>
/// <param name="Mean">Mean grey value, 0..255.</param>
/// <param name="Contrast">Standard deviation of the grey values.</param>
/// <param name="Dark">Share of pixels below 24, 0..1.</param>
/// <param name="Bright">Share of pixels above 249, 0..1.</param>
/// <param name="Sharpness">Variance of the Laplacian.</param>
/// <param name="Texture">Share of the picture's blocks that show some edge, 0..1.</param>
internal readonly record struct PictureMeasures(double Mean, double Contrast, double Dark, double Bright, double Sharpness, double Texture)
{
    /// <summary>Keeps the ratio below from dividing by the noise of an even picture.</summary>
    private const double Flat = 25;

    /// <summary>Sharpness in proportion to the contrast, so that dusk does not pass for blur.</summary>
    public double Detail => Sharpness / ((Contrast * Contrast) + Flat);
}
