namespace Gateway.Drivers.Buses.Video.Pictures;

/// <summary>From where on a picture is said to be wrong. The defaults keep day, night and infrared pictures of a sound camera apart from faults.</summary>
internal sealed record PictureThresholds
{
    /// <summary>The same picture for so long is frozen. Default 1 min.</summary>
    public TimeSpan FrozenAfter { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Mean difference of two pictures, 0..255, up to which they are the same: a frozen encoder repeats itself nearly exactly. Default 0.01.</summary>
    public double FrozenDifference { get; init; } = 0.01;

    /// <summary>A picture is black when so much of it is dark, 0..1. Default 0.98.</summary>
    public double BlackShare { get; init; } = 0.98;

    /// <summary>A picture is too bright when so much of it is white, 0..1. Default 0.5.</summary>
    public double BrightShare { get; init; } = 0.5;

    /// <summary>A picture is blurred when its detail is less than this share of its reference's, 0..1. Default 0.3.</summary>
    public double BlurredDetail { get; init; } = 0.3;

    /// <summary>A picture shows nothing when less than this share of its blocks has an edge, 0..1. Default 0.05.</summary>
    public double EmptyTexture { get; init; } = 0.05;

    /// <summary>A picture had something to cover when at least this share of its blocks had an edge, 0..1. Default 0.15.</summary>
    public double UsualTexture { get; init; } = 0.15;

    /// <summary>A camera has moved when its view is shifted by so many % of a side. Default 2.</summary>
    public double MovedPercent { get; init; } = 2;

    /// <summary>A shift counts when the edges correlate so well there, 0..1. Default 0.35.</summary>
    public double MovedLikeness { get; init; } = 0.35;

    /// <summary>And so much better than without a shift. Default 0.1.</summary>
    public double MovedGain { get; init; } = 0.1;

    /// <summary>A view is another one when its edges correlate nowhere as well as this, 0..1. Default 0.12.</summary>
    public double ChangedLikeness { get; init; } = 0.12;
}
