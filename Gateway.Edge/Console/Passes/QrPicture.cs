using Microsoft.AspNetCore.Components;
using QRCoder;

namespace Gateway.Edge.Console.Passes;

/// <summary>A text as a QR code that fits wherever it stands: dark on light in every colour scheme, with the quiet zone that readers need.</summary>
internal static class QrPicture
{
    /// <summary>The code as an SVG element. A quarter of it may be dirty or lit (level Q) for short texts.</summary>
    public static MarkupString Of(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.Q);
        using var picture = new SvgQRCode(data);
        return new MarkupString(picture.GetGraphic(1, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute));
    }
}
