using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Gateway.Cloud.Contract.Mqtt;

/// <summary>Words for the library's error codes and the MQTT 5 reason codes (MQTT 5.0, section 2.4).</summary>
public static unsafe class MqttReason
{
    /// <summary>The lowest reason code that means failure.</summary>
    public const int FirstFailure = 0x80;

    /// <summary>What mosquitto answers to a message over its <c>message_size_limit</c>.</summary>
    public const int ImplementationSpecific = 0x83;

    /// <summary>The access list forbids the topic to this identity.</summary>
    public const int NotAuthorized = 0x87;

    public const int TopicNameInvalid = 0x90;

    public const int PacketTooLarge = 0x95;

    public const int PayloadFormatInvalid = 0x99;

    /// <summary>True when the message itself is at fault, so that sending it again can never succeed.</summary>
    public static bool IsFaultOfTheMessage(int reason) =>
        reason is ImplementationSpecific or TopicNameInvalid or PacketTooLarge or PayloadFormatInvalid;

    internal static string Of(int reason) =>
        string.Create(CultureInfo.InvariantCulture, $"{Text(LibMosquitto.ReasonText(reason))} (reason code 0x{reason:X2})");

    internal static string OfError(int code) =>
        string.Create(CultureInfo.InvariantCulture, $"{Text(LibMosquitto.ErrorText(code)).TrimEnd('.')} (library code {code})");

    private static string Text(byte* text) =>
        Encoding.UTF8.GetString(MemoryMarshal.CreateReadOnlySpanFromNullTerminated(text));
}
