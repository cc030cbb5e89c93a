using System.ComponentModel.DataAnnotations;

namespace Gateway.Edge;

/// <summary>Who this gateway is and where it keeps its data (section <c>Gateway</c>).</summary>
internal sealed class GatewayOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Gateway";

    private const string IdPattern = "^[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?$";

    /// <summary>Id of the police station it reports to. Default <c>demo-station</c>.</summary>
    [Required]
    [RegularExpression(IdPattern, ErrorMessage = "Gateway:Station must be 1 to 64 lower-case letters, digits and inner hyphens.")]
    public string Station { get; set; } = "demo-station";

    /// <summary>Id of the compound it stands in. Default <c>demo</c>.</summary>
    [Required]
    [RegularExpression(IdPattern, ErrorMessage = "Gateway:Compound must be 1 to 64 lower-case letters, digits and inner hyphens.")]
    public string Compound { get; set; } = "demo";

    /// <summary>Folder of the journal, the media, the registry and the keys. Default <c>/var/lib/edgegateway</c>.</summary>
    [Required(ErrorMessage = "Gateway:DataDirectory must name a folder that the gateway may write.")]
    public string DataDirectory { get; set; } = "/var/lib/edgegateway";

    /// <summary>The file that describes the devices. Default <c>hw-configs/demo.json</c>.</summary>
    [Required(ErrorMessage = "Gateway:HardwareFile must name a file such as hw-configs/demo.json.")]
    public string HardwareFile { get; set; } = "hw-configs/demo.json";

    /// <summary>
    /// Addresses of the gateway's own pages and API, separated by semicolons; plain http on loopback only. Default
    /// <c>http://127.0.0.1:8090</c>.
    /// </summary>
    [Required(ErrorMessage = "Gateway:Urls must name an address such as http://127.0.0.1:8090.")]
    public string Urls { get; set; } = "http://127.0.0.1:8090";

    /// <summary>PEM certificate chain for https addresses; null when there are none.</summary>
    public string? CertificateFile { get; set; }

    /// <summary>PEM private key of <see cref="CertificateFile"/>.</summary>
    public string? CertificateKeyFile { get; set; }
}
