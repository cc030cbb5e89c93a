using Gateway.Cloud.Contract;
using Gateway.Drivers.FaceGates.Readers;

namespace Gateway.Edge.Console.GateDisplays;

/// <summary>What somebody may do whom the camera does not let in; only what the gate at hand can take.</summary>
internal static class DisplayWays
{
    /// <param name="reads">What the gate's reader reads; null where it has none.</param>
    public static LocalizedText Of(CredentialKind? reads) => reads switch
    {
        CredentialKind.Card => new("请刷卡，或联系物业", "Use your card, or call the property office"),
        CredentialKind.Qr => new("请出示二维码，或联系物业", "Show your QR code, or call the property office"),
        CredentialKind.Pin => new("请输入密码，或联系物业", "Type your PIN, or call the property office"),
        CredentialKind.CardOrPin => new("请刷卡或输入密码，或联系物业", "Use your card or type your PIN, or call the property office"),
        _ => new("请联系物业", "Call the property office"),
    };
}
