using Gateway.Cloud.Contract;
using Gateway.Drivers.Devices;

namespace Gateway.Edge.Passages;

/// <summary>Carries a driver's words over into the wire contract's.</summary>
internal static class DriverWords
{
    public static LocalizedText Localized(this Wording words) => new(words.Zh, words.En);
}
