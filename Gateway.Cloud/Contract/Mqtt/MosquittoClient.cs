using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Gateway.Cloud.Contract.Mqtt;

/// <summary>
/// Managed face of one native client. <see cref="Connect"/>, <see cref="Loop"/>, <see cref="Events"/> and disposal belong to one thread;
/// <see cref="Publish"/>, <see cref="Subscribe"/> and <see cref="Disconnect"/> may come from any.
/// </summary>
internal sealed unsafe class MosquittoClient : IDisposable
{
    private const int VerifyPeer = 1;
    private const int DisconnectWithWill = 4;

    private static readonly int s_initialised = LibMosquitto.Init();

    private readonly MqttOptions _options;
    private readonly MosquittoHandle _handle;
    private readonly GCHandle _self;
    private bool _connectedOnce;

    // Written by the log callback, which may run on any thread that calls the library.
    private volatile string? _lastError;

    /// <exception cref="MqttFaultException">The options cannot work.</exception>
    public MosquittoClient(MqttOptions options)
    {
        _options = options;
        _self = GCHandle.Alloc(this);
        _handle = new MosquittoHandle(LibMosquitto.New(options.ClientId, cleanStart: false, GCHandle.ToIntPtr(_self)));
        try
        {
            Check(s_initialised, "the library did not initialise");
            Check(_handle.IsInvalid ? 1 : 0, "Mqtt:ClientId was refused");
            Configure();
        }
        catch (MqttFaultException)
        {
            Dispose();
            throw;
        }
    }

    /// <summary>What callbacks noted since the owner last emptied it; filled inside <see cref="Loop"/>, on the owner's thread.</summary>
    public Queue<MosquittoEvent> Events { get; } = new();

    /// <summary>The last error that the library or TLS reported while connecting, or null.</summary>
    public string? LastError => _lastError;

    /// <summary>Opens the connection; blocks while the network does. 0, or the library's error.</summary>
    public int Connect()
    {
        _lastError = null;
        LibMosquitto.OnLog(_handle, &OnLog);
        if (_connectedOnce)
        {
            return LibMosquitto.Reconnect(_handle);
        }

        _connectedOnce = true;
        var properties = MqttProperties.ForConnect(_options);
        try
        {
            return LibMosquitto.Connect(_handle, _options.Host, _options.Port, (int)_options.KeepAlive.TotalSeconds, bindAddress: null, properties);
        }
        finally
        {
            LibMosquitto.FreeProperties(ref properties);
        }
    }

    /// <summary>Stops the library from formatting a log line for every packet; the next <see cref="Connect"/> asks for them again.</summary>
    public void Quieten() => LibMosquitto.OnLog(_handle, null);

    /// <summary>Sends, receives and runs callbacks for at most the given time. 0, or the library's error: the connection is gone.</summary>
    public int Loop(int timeoutMilliseconds) => LibMosquitto.Loop(_handle, timeoutMilliseconds, 1);

    /// <summary>Copies and queues a message at QoS 1. 0 and 4 (offline) mean that it is queued and will be sent.</summary>
    public int Publish(MqttMessage message, out int messageId)
    {
        var properties = MqttProperties.ForMessage(message);
        try
        {
            fixed (byte* payload = message.Payload.Span)
            {
                return LibMosquitto.Publish(_handle, out messageId, message.Topic, message.Payload.Length, payload, qos: 1, message.Retain, properties);
            }
        }
        finally
        {
            if (properties != 0)
            {
                LibMosquitto.FreeProperties(ref properties);
            }
        }
    }

    public int Subscribe(string filter, out int messageId) => LibMosquitto.Subscribe(_handle, out messageId, filter, qos: 1, options: 0, properties: 0);

    /// <summary>Asks for an orderly end. A last will, where there is one, is sent by the broker.</summary>
    public void Disconnect() => _ = LibMosquitto.Disconnect(_handle, _options.WillTopic is null ? 0 : DisconnectWithWill, properties: 0);

    public void Dispose()
    {
        // The handle first: no callback can come after it, and only then may the object they name go.
        _handle.Dispose();
        if (_self.IsAllocated)
        {
            _self.Free();
        }
    }

    private static void Check(int code, string what)
    {
        if (code != LibMosquitto.Success)
        {
            throw new MqttFaultException($"{what}: {MqttReason.OfError(code)}.");
        }
    }

    private void Configure()
    {
        Check(LibMosquitto.IntOption(_handle, LibMosquitto.OptionProtocolVersion, 5), "MQTT 5 was refused");
        Check(LibMosquitto.IntOption(_handle, LibMosquitto.OptionSendMaximum, _options.InFlight), "Mqtt:InFlight was refused");
        Check(LibMosquitto.IntOption(_handle, LibMosquitto.OptionReceiveMaximum, _options.InFlight), "Mqtt:InFlight was refused");
        Check(LibMosquitto.IntOption(_handle, LibMosquitto.OptionTcpNoDelay, 1), "TCP_NODELAY was refused");
        Check(LibMosquitto.ThreadedSet(_handle, threaded: true), "use by several threads was refused");
        Check(LibMosquitto.TlsSet(_handle, _options.CaFile, caPath: null, _options.CertificateFile, _options.KeyFile, 0), "Mqtt:CaFile, CertificateFile or KeyFile was refused");
        Check(LibMosquitto.TlsOptionsSet(_handle, VerifyPeer, "tlsv1.2", ciphers: null), "TLS 1.2 was refused");
        if (_options.WillTopic is { } topic)
        {
            var will = Encoding.UTF8.GetBytes(_options.WillPayload ?? "");
            var properties = MqttProperties.ForMessage(new MqttMessage(topic, will, MqttOptions.WillContentType));
            fixed (byte* payload = will)
            {
                // After success the library owns the properties.
                Check(LibMosquitto.WillSet(_handle, topic, will.Length, payload, qos: 1, retain: true, properties), "Mqtt:WillTopic was refused");
            }
        }

        LibMosquitto.OnConnect(_handle, &OnConnect);
        LibMosquitto.OnDisconnect(_handle, &OnDisconnect);
        LibMosquitto.OnPublish(_handle, &OnPublish);
        LibMosquitto.OnSubscribe(_handle, &OnSubscribe);
        LibMosquitto.OnMessage(_handle, &OnMessage);
    }

    [UnmanagedCallersOnly]
    private static void OnConnect(nint client, nint self, int reason, int flags, nint properties) =>
        Note(self, new(MosquittoEventKind.Connected, 0, reason, null));

    [UnmanagedCallersOnly]
    private static void OnDisconnect(nint client, nint self, int reason, nint properties) =>
        Note(self, new(MosquittoEventKind.Disconnected, 0, reason, null));

    [UnmanagedCallersOnly]
    private static void OnPublish(nint client, nint self, int messageId, int reason, nint properties) =>
        Note(self, new(MosquittoEventKind.Published, messageId, reason, null));

    [UnmanagedCallersOnly]
    private static void OnSubscribe(nint client, nint self, int messageId, int count, int* granted, nint properties) =>
        Note(self, new(MosquittoEventKind.Subscribed, messageId, count > 0 ? granted[0] : 0, null));

    [UnmanagedCallersOnly]
    private static void OnMessage(nint client, nint self, LibMosquitto.NativeMessage* message, nint properties)
    {
        try
        {
            var owner = Owner(self);
            owner.Events.Enqueue(message->Length > owner._options.MaximumMessageBytes
                ? new(MosquittoEventKind.Oversized, 0, message->Length, null)
                : new(MosquittoEventKind.Received, 0, 0, MqttProperties.Read(message, properties)));
        }
        catch (Exception error) when (error is ArgumentException or OutOfMemoryException)
        {
            // No exception may cross into native code; the message is counted as unreadable.
            Note(self, new(MosquittoEventKind.Malformed, 0, 0, null));
        }
    }

    [UnmanagedCallersOnly]
    private static void OnLog(nint client, nint self, int level, byte* text)
    {
        if ((level & LibMosquitto.LogError) != 0)
        {
            Owner(self)._lastError = Encoding.UTF8.GetString(MemoryMarshal.CreateReadOnlySpanFromNullTerminated(text));
        }
    }

    private static void Note(nint self, MosquittoEvent what) => Owner(self).Events.Enqueue(what);

    private static MosquittoClient Owner(nint self) => Unsafe.As<MosquittoClient>(GCHandle.FromIntPtr(self).Target!);
}
