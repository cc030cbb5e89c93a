using System.Globalization;
using Gateway.Cloud.Contract;

namespace Gateway.Edge.Console.Texts;

/// <summary>One language of the page.</summary>
/// <param name="Culture">For the browser: <c>zh-CN</c> or <c>en</c>.</param>
public sealed record Language(string Culture)
{
    /// <summary>The default.</summary>
    public static Language Chinese { get; } = new("zh-CN");

    public static Language English { get; } = new("en");

    /// <summary>The text in this language.</summary>
    public string this[LocalizedText text] => text.For(Culture);

    public static Language Of(CultureInfo culture) => culture.TwoLetterISOLanguageName == "en" ? English : Chinese;

    /// <summary>The text with values in its places.</summary>
    public string Fill(LocalizedText text, params object[] values) => string.Format(CultureInfo.InvariantCulture, this[text], values);
}
