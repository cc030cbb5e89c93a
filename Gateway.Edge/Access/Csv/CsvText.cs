using System.Text;

namespace Gateway.Edge.Access.Csv;

/// <summary>Bytes of a spreadsheet's CSV file as text: UTF-8 with or without a byte order mark, or GB18030 as Chinese spreadsheets save it.</summary>
internal static class CsvText
{
    private const int Gb18030 = 54936;

    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);
    private static readonly Encoding s_gb18030 =
        CodePagesEncodingProvider.Instance.GetEncoding(Gb18030, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>The text; null when the bytes are neither.</summary>
    public static string? Decode(ReadOnlySpan<byte> file)
    {
        var mark = s_utf8.Preamble;
        var isMarked = file.StartsWith(mark);
        return TryDecode(s_utf8, isMarked ? file[mark.Length..] : file) ?? (isMarked ? null : TryDecode(s_gb18030, file));
    }

    /// <summary>Text as UTF-8 with a byte order mark, by which spreadsheets know it.</summary>
    public static byte[] Encode(string text) => [.. s_utf8.Preamble, .. s_utf8.GetBytes(text)];

    private static string? TryDecode(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
