using Microsoft.Playwright;

namespace EdgeGateway.Testing.Browser;

/// <summary>One way to look at a page.</summary>
/// <param name="Width">Of the window, in CSS pixels.</param>
/// <param name="Language"><c>zh-CN</c> or <c>en</c>.</param>
/// <param name="Scheme">Light or dark.</param>
internal sealed record Look(int Width, string Language, ColorScheme Scheme)
{
    public int Height => Width == Looks.Phone ? 844 : 900;
}
