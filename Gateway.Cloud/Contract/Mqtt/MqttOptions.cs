using System.ComponentModel.DataAnnotations;

namespace Gateway.Cloud.Contract.Mqtt;

/// <summary>Section <c>Mqtt</c>: where the broker is and who we are. There is no way to connect without TLS and a certificate of our own.</summary>
public sealed class MqttOptions : IValidatableObject
{
    /// <summary>The section's name.</summary>
    public const string Section = "Mqtt";

    internal const string WillContentType = "application/json; charset=utf-8";

    /// <summary>Broker host name or address, as its certificate names it. Default <c>localhost</c>.</summary>
    [Required]
    [RegularExpression("^[A-Za-z0-9.:-]{1,253}$", ErrorMessage = "Mqtt:Host must be a bare host name or address, without scheme or port.")]
    public string Host { get; set; } = "localhost";

    /// <summary>TLS port, 1-65535. Default 8883.</summary>
    [Range(1, 65535)]
    public int Port { get; set; } = 8883;

    /// <summary>Names the persistent session; the same after a restart, unlike any other client's.</summary>
    [StringLength(128)]
    public string ClientId { get; set; } = "";

    /// <summary>PEM file of the authority that signed the broker's certificate.</summary>
    [Required(ErrorMessage = "Mqtt:CaFile is missing: name the PEM file of the authority that signed the broker's certificate. There is no connection without TLS.")]
    public string CaFile { get; set; } = "";

    /// <summary>PEM file of our certificate; its common name is our identity at the broker.</summary>
    [Required(ErrorMessage = "Mqtt:CertificateFile is missing: name the PEM file of this machine's certificate.")]
    public string CertificateFile { get; set; } = "";

    /// <summary>PEM file of our private key, readable only by us.</summary>
    [Required(ErrorMessage = "Mqtt:KeyFile is missing: name the PEM file of this machine's private key.")]
    public string KeyFile { get; set; } = "";

    /// <summary>How long the broker keeps our session while we are away. Default 7 days.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "365.00:00:00")]
    public TimeSpan SessionExpiry { get; set; } = TimeSpan.FromDays(7);

    /// <summary>Unacknowledged publishes at a time, 20-100. Default 40. The broker may grant fewer.</summary>
    [Range(20, 100)]
    public int InFlight { get; set; } = 40;

    /// <summary>Largest payload sent or accepted, in bytes, 1 KiB - 64 MiB. Default 1 MiB.</summary>
    [Range(1024, 64 * 1024 * 1024)]
    public int MaximumMessageBytes { get; set; } = 1024 * 1024;

    /// <summary>Received messages that may wait for their reader. Default 4096.</summary>
    [Range(16, 1_000_000)]
    public int ReceiveCapacity { get; set; } = 4096;

    /// <summary>Silence after which the link is tested. Default 30 s.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "00:20:00")]
    public TimeSpan KeepAlive { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Wait before the second attempt to connect; doubles up to <see cref="MaximumReconnectDelay"/>, with jitter. Default 1 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:01:00")]
    public TimeSpan ReconnectDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Longest wait between attempts to connect. Default 30 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "01:00:00")]
    public TimeSpan MaximumReconnectDelay { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Topic of the last will, retained by the broker when we vanish; null for none.</summary>
    public string? WillTopic { get; set; }

    /// <summary>The last will's JSON.</summary>
    public string? WillPayload { get; set; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (ClientId.Length == 0)
        {
            yield return new("Mqtt:ClientId is missing: give this session a name that no other client has.", [nameof(ClientId)]);
        }

        if (MaximumReconnectDelay < ReconnectDelay)
        {
            yield return new("Mqtt:MaximumReconnectDelay must not be shorter than Mqtt:ReconnectDelay.", [nameof(MaximumReconnectDelay)]);
        }

        if (WillPayload is not null && WillTopic is null)
        {
            yield return new("Mqtt:WillPayload needs Mqtt:WillTopic.", [nameof(WillTopic)]);
        }
    }
}
