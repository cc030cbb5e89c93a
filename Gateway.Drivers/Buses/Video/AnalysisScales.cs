namespace Gateway.Drivers.Buses.Video;

/// <summary>What an <see cref="AnalysisScale"/> makes of a size.</summary>
public static class AnalysisScales
{
    /// <summary>From this many rows on a picture is analysed at half its resolution unless somebody says otherwise.</summary>
    private const int MostFullRows = 1080;

    /// <summary>The size that is analysed.</summary>
    public static (int Width, int Height) Of(this AnalysisScale scale, int width, int height) =>
        scale == AnalysisScale.Full ? (width, height) : (width / 2, height / 2);

    /// <summary>What suits pictures of so many rows.</summary>
    public static AnalysisScale For(int rows) => rows > MostFullRows ? AnalysisScale.Half : AnalysisScale.Full;
}
