using System.ComponentModel.DataAnnotations;

namespace Gateway.Edge.Uplink;

/// <summary>Section <c>Uplink</c>: how the journal travels to the station.</summary>
internal sealed class UplinkOptions : IValidatableObject
{
    public const string Section = "Uplink";

    private const string Id = "^[a-z0-9][a-z0-9-]{0,62}$";

    /// <summary>False keeps everything in the journal and connects to nothing. Default true.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>The police station that serves this compound: lower-case letters, digits, hyphens.</summary>
    [RegularExpression(Id, ErrorMessage = "Uplink:Station must be 1 to 63 lower-case letters, digits and hyphens.")]
    public string Station { get; set; } = "";

    /// <summary>This compound: lower-case letters, digits, hyphens; the common name of this gateway's certificate.</summary>
    [RegularExpression(Id, ErrorMessage = "Uplink:Compound must be 1 to 63 lower-case letters, digits and hyphens.")]
    public string Compound { get; set; } = "";

    /// <summary>File of the receipted cursor and the media outbox. Default <c>data/uplink.db</c>.</summary>
    [Required]
    public string StateFile { get; set; } = "data/uplink.db";

    /// <summary>Events under way to the broker at a time, 1-100. Default 40; more than <c>Mqtt:InFlight</c> gains nothing.</summary>
    [Range(1, 100)]
    public int Window { get; set; } = 40;

    /// <summary>Events sent and not yet receipted by the station; then the uplink waits, so that the broker's queue is never overrun. Default 2000.</summary>
    [Range(10, 50_000)]
    public int MaximumUnreceipted { get; set; } = 2000;

    /// <summary>The same bound for media. Default 16.</summary>
    [Range(1, 1000)]
    public int MaximumUnreceiptedMedia { get; set; } = 16;

    /// <summary>Silence of the station, while connected and with events outstanding, after which the oldest are sent again. Doubles, with jitter. Default 30 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan ReceiptLag { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Longest such silence. Default 30 min.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan MaximumReceiptLag { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>How many are sent again the first time; doubles while that helps. Default 100.</summary>
    [Range(1, 10_000)]
    public int ResendBatch { get; set; } = 100;

    /// <summary>Bytes of one message of a medium. Default 256 KiB; must fit into <c>Mqtt:MaximumMessageBytes</c>.</summary>
    [Range(1024, 16 * 1024 * 1024)]
    public int ChunkBytes { get; set; } = 256 * 1024;

    /// <summary>How often the retained state is renewed while it changes. Default 60 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan StateInterval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Wait after the broker has refused us or the uplink has failed; doubles up to 64 times, with jitter. Default 5 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:10:00")]
    public TimeSpan FaultDelay { get; set; } = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Enabled && Station.Length == 0)
        {
            yield return new("Uplink:Station is missing: name the station that serves this compound, or set Uplink:Enabled to false.", [nameof(Station)]);
        }

        if (Enabled && Compound.Length == 0)
        {
            yield return new("Uplink:Compound is missing: name this compound, or set Uplink:Enabled to false.", [nameof(Compound)]);
        }

        if (MaximumReceiptLag < ReceiptLag)
        {
            yield return new("Uplink:MaximumReceiptLag must not be shorter than Uplink:ReceiptLag.", [nameof(MaximumReceiptLag)]);
        }
    }
}
