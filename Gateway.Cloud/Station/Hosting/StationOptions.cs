using System.ComponentModel.DataAnnotations;

namespace Gateway.Cloud.Station.Hosting;

/// <summary>Section <c>Station</c> of station.json.</summary>
public sealed class StationOptions
{
    public const string Section = "Station";

    /// <summary>Id of the station in topics: lower-case letters, digits and hyphens. Default <c>demo</c>.</summary>
    [Required]
    [RegularExpression("[a-z0-9][a-z0-9-]{0,62}", ErrorMessage = "Station:Id must be 1 to 63 lower-case letters, digits and hyphens.")]
    public string Id { get; set; } = "demo";

    /// <summary>Name in the page's head, Chinese. Default 派出所.</summary>
    [Required]
    [StringLength(40, MinimumLength = 1)]
    public string DisplayName { get; set; } = "派出所";

    /// <summary>Name in the page's head, English. Default Police station.</summary>
    [Required]
    [StringLength(60, MinimumLength = 1)]
    public string DisplayNameEnglish { get; set; } = "Police station";

    /// <summary>Folder of the database, media and keys; made with access for its owner alone. Default <c>var/station</c>.</summary>
    [Required]
    public string DataDirectory { get; set; } = Path.Combine("var", "station");

    /// <summary>
    /// Addresses to listen on, separated by semicolons. Plain http is taken for loopback addresses only. Port 0 takes a free one.
    /// Default <c>http://127.0.0.1:8080</c>.
    /// </summary>
    [Required]
    public string Urls { get; set; } = "http://127.0.0.1:8080";

    /// <summary>PEM certificate chain for https addresses; null when there are none.</summary>
    public string? CertificateFile { get; set; }

    /// <summary>PEM private key of <see cref="CertificateFile"/>.</summary>
    public string? CertificateKeyFile { get; set; }

    /// <summary>IANA time zone that pages show. Default <c>Asia/Shanghai</c>.</summary>
    [Required]
    public string TimeZone { get; set; } = "Asia/Shanghai";
}
