using System.Runtime.InteropServices;
using System.Text;

namespace Gateway.Cloud.Contract.Mqtt;

/// <summary>Builds and reads native MQTT 5 property lists.</summary>
internal static unsafe class MqttProperties
{
    private const int ContentType = 3;
    private const int ResponseTopic = 8;
    private const int CorrelationData = 9;
    private const int SessionExpiry = 17;
    private const int ReceiveMaximum = 33;
    private const int UserProperty = 38;
    private const int MaximumPacketSize = 39;

    // A packet carries topic and properties besides its payload.
    private const int HeaderAllowance = 64 * 1024;

    /// <summary>The properties of CONNECT; the caller frees them.</summary>
    public static nint ForConnect(MqttOptions options)
    {
        nint list = 0;
        Check(LibMosquitto.AddInt32(ref list, SessionExpiry, (uint)options.SessionExpiry.TotalSeconds), ref list);
        Check(LibMosquitto.AddInt16(ref list, ReceiveMaximum, (ushort)options.InFlight), ref list);
        Check(LibMosquitto.AddInt32(ref list, MaximumPacketSize, (uint)(options.MaximumMessageBytes + HeaderAllowance)), ref list);
        return list;
    }

    /// <summary>The properties of a message, 0 when it has none; the caller frees them.</summary>
    public static nint ForMessage(MqttMessage message)
    {
        nint list = 0;
        if (message.ContentType is { } contentType)
        {
            Check(LibMosquitto.AddString(ref list, ContentType, contentType), ref list);
        }

        if (message.ResponseTopic is { } responseTopic)
        {
            Check(LibMosquitto.AddString(ref list, ResponseTopic, responseTopic), ref list);
        }

        if (!message.CorrelationData.IsEmpty)
        {
            fixed (byte* data = message.CorrelationData.Span)
            {
                Check(LibMosquitto.AddBinary(ref list, CorrelationData, data, (ushort)message.CorrelationData.Length), ref list);
            }
        }

        if (message.UserProperties is { Count: > 0 } pairs)
        {
            for (var i = 0; i < pairs.Count; i++)
            {
                Check(LibMosquitto.AddPair(ref list, UserProperty, pairs[i].Key, pairs[i].Value), ref list);
            }
        }

        return list;
    }

    /// <summary>The managed copy of what a native message and its properties hold.</summary>
    public static MqttMessage Read(LibMosquitto.NativeMessage* message, nint properties)
    {
        var topic = Encoding.UTF8.GetString(MemoryMarshal.CreateReadOnlySpanFromNullTerminated(message->Topic));
        var payload = new ReadOnlySpan<byte>(message->Payload, message->Length).ToArray();
        return properties == 0
            ? new MqttMessage(topic, payload, Retain: message->Retain != 0)
            : new MqttMessage(topic, payload, ReadString(properties, ContentType), message->Retain != 0,
                ReadString(properties, ResponseTopic), ReadBinary(properties), ReadPairs(properties));
    }

    private static string? ReadString(nint list, int identifier)
    {
        if (LibMosquitto.ReadString(list, identifier, out var value, skipFirst: false) == 0)
        {
            return null;
        }

        return Take(value);
    }

    private static byte[] ReadBinary(nint list)
    {
        if (LibMosquitto.ReadBinary(list, CorrelationData, out var value, out var length, skipFirst: false) == 0)
        {
            return [];
        }

        var copy = new ReadOnlySpan<byte>(value, length).ToArray();
        NativeMemory.Free(value);
        return copy;
    }

    private static List<KeyValuePair<string, string>>? ReadPairs(nint list)
    {
        List<KeyValuePair<string, string>>? pairs = null;
        for (var at = LibMosquitto.ReadPair(list, UserProperty, out var name, out var value, skipFirst: false);
             at != 0;
             at = LibMosquitto.ReadPair(at, UserProperty, out name, out value, skipFirst: true))
        {
            (pairs ??= []).Add(new(Take(name), Take(value)));
        }

        return pairs;
    }

    // The library hands out copies made with malloc.
    private static string Take(byte* text)
    {
        var copy = Encoding.UTF8.GetString(MemoryMarshal.CreateReadOnlySpanFromNullTerminated(text));
        NativeMemory.Free(text);
        return copy;
    }

    private static void Check(int code, ref nint list)
    {
        if (code != LibMosquitto.Success)
        {
            LibMosquitto.FreeProperties(ref list);
            throw new MqttFaultException($"The message's properties cannot be sent: {MqttReason.OfError(code)}.");
        }
    }
}
