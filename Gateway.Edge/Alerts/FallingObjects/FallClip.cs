using Gateway.Drivers.Buses.Video.Recording;

namespace Gateway.Edge.Alerts.FallingObjects;

/// <summary>Which time a fall's clip shows.</summary>
internal static class FallClip
{
    /// <summary>From before its beginning to after its end; a clip's sides have a limit that no fall comes near.</summary>
    public static ClipSpan SpanOf(DateTimeOffset began, DateTimeOffset ended, FallingObjectOptions options)
    {
        var before = options.ClipBefore + (ended > began ? ended - began : TimeSpan.Zero);
        return new ClipSpan(ended, before < ClipSpan.Limit ? before : ClipSpan.Limit, options.ClipAfter);
    }
}
