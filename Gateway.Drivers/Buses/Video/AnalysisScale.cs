namespace Gateway.Drivers.Buses.Video;

/// <summary>How much of a picture's resolution is analysed.</summary>
public enum AnalysisScale
{
    /// <summary>Every pixel.</summary>
    Full,

    /// <summary>Each pixel is the mean of 2 x 2; an odd last row or column is left out.</summary>
    Half,
}
