using System.Globalization;
using Gateway.Edge.Console.Status;

namespace Gateway.Edge.Console.Plans;

/// <summary>How a device is drawn on a plan: a shape and a sign of its own for each state, so that nobody needs to tell colours apart.</summary>
internal static class PlanGlyph
{
    private const string Circle = "M-11 0a11 11 0 1 0 22 0a11 11 0 1 0 -22 0";
    private const string Triangle = "M0 -13L13.5 10.5H-13.5z";
    private const string Square = "M-10.5 -10.5h21v21h-21z";

    /// <summary>The outline around (0, 0), as a path of SVG in pixels.</summary>
    public static string Shape(PlanDot dot) => Shape(dot.Tone);

    /// <inheritdoc cref="Shape(PlanDot)"/>
    public static string Shape(Tone tone) => tone switch { Tone.Normal => Triangle, Tone.High or Tone.Emergency => Square, _ => Circle };

    /// <summary>The sign inside it.</summary>
    public static string Sign(PlanDot dot) => Sign(dot.Tone, dot.IsGone);

    /// <inheritdoc cref="Sign(PlanDot)"/>
    public static string Sign(Tone tone, bool isGone) => tone switch
    {
        Tone.Good => "M-5 .5l3.5 3.5l6.5 -7.5",
        Tone.Normal => "M0 -5v6.5M0 6v.01",
        Tone.High or Tone.Emergency => "M-4.5 -4.5l9 9M4.5 -4.5l-9 9",
        _ when isGone => "M-5 0h10",
        _ => "M-3 -2.5a3 3 0 1 1 4.3 2.8q-1.3 .7 -1.3 2.2M0 6v.01",
    };

    /// <summary>Name of the tone in the style sheet.</summary>
    public static string NameOf(PlanDot dot) => dot.IsGone ? "gone" : dot.Tone.ToString().ToLowerInvariant();

    /// <summary>A fraction as SVG wants it.</summary>
    public static string Percent(double fraction) => string.Create(CultureInfo.InvariantCulture, $"{fraction * 100:0.###}%");
}
