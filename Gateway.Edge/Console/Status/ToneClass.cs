namespace Gateway.Edge.Console.Status;

/// <summary>A tone's classes in the style sheet.</summary>
internal static class ToneClass
{
    /// <summary>Class of coloured text and icons.</summary>
    public static string Text(Tone tone) => tone switch
    {
        Tone.Good => "text-green",
        Tone.Normal => "text-yellow",
        Tone.High => "text-orange",
        Tone.Emergency => "gateway-red",
        _ => "text-secondary",
    };
}
