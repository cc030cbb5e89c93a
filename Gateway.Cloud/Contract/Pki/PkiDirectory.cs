using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;

namespace Gateway.Cloud.Contract.Pki;

/// <summary>
/// A small certificate authority in one folder: <c>ca</c>, <c>broker</c>, <c>station</c> and <c>gateway-{compound}</c>, each a <c>.crt</c> and a
/// <c>.key</c> (PEM, ECDSA P-256; keys mode 0600). What exists and is not near its end stays untouched. One process at a time.
/// </summary>
public sealed partial class PkiDirectory(string directory, TimeProvider time)
{
    private static readonly TimeSpan s_authorityLife = TimeSpan.FromDays(3650);
    private static readonly TimeSpan s_leafLife = TimeSpan.FromDays(397);
    private static readonly TimeSpan s_renewBefore = TimeSpan.FromDays(30);

    /// <summary>The authority's certificate, which every party trusts.</summary>
    public PkiFiles Authority => Files("ca");

    public PkiFiles Broker => Files("broker");

    public PkiFiles Station => Files("station");

    public PkiFiles Gateway(string compound) => Files("gateway-" + RequireId(compound, "compound"));

    /// <summary>
    /// The identity of a station's service at the broker: <c>station:{station}</c>. A compound's identity is its id, which cannot hold a colon,
    /// so that no compound can be named into the station's role.
    /// </summary>
    public static string StationIdentity(string station) => "station:" + RequireId(station, "station");

    /// <summary>Creates what is missing and renews what ends within 30 days; returns the names of the files written.</summary>
    /// <exception cref="ArgumentException">A station or compound id is not lower-case letters, digits and hyphens.</exception>
    public async Task<IReadOnlyList<string>> EnsureAsync(
        string station, IReadOnlyList<string> compounds, IReadOnlyList<string> brokerNames, CancellationToken cancellationToken)
    {
        var identity = StationIdentity(station);
        foreach (var compound in compounds)
        {
            RequireId(compound, "compound");
        }

        Directory.CreateDirectory(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var written = new List<string>();
        var renewed = !IsGood(Authority, issuer: null, s_renewBefore + s_leafLife);
        if (renewed)
        {
            using var created = CertificateIssue.Authority("EdgeGateway " + station, time.GetUtcNow(), s_authorityLife);
            await WriteAsync(Authority, created, written, cancellationToken);
        }

        using var authority = X509Certificate2.CreateFromPemFile(Authority.Certificate, Authority.Key);
        await LeafAsync(Broker, () => CertificateIssue.Server(authority, brokerNames, time.GetUtcNow(), s_leafLife), authority, written, cancellationToken);
        await LeafAsync(Station, () => CertificateIssue.Client(authority, identity, time.GetUtcNow(), s_leafLife), authority, written, cancellationToken);
        foreach (var compound in compounds)
        {
            await LeafAsync(Gateway(compound), () => CertificateIssue.Client(authority, compound, time.GetUtcNow(), s_leafLife), authority, written, cancellationToken);
        }

        return written;
    }

    private static string RequireId(string id, string what) => Id().IsMatch(id)
        ? id
        : throw new ArgumentException($"The {what} id '{id}' must be 1 to 63 lower-case letters, digits and hyphens.", nameof(id));

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,62}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Id();

    private PkiFiles Files(string name) => new(Path.Combine(directory, name + ".crt"), Path.Combine(directory, name + ".key"));

    private async Task LeafAsync(PkiFiles files, Func<X509Certificate2> issue, X509Certificate2 authority, List<string> written, CancellationToken cancellationToken)
    {
        if (IsGood(files, authority, s_renewBefore))
        {
            return;
        }

        using var leaf = issue();
        await WriteAsync(files, leaf, written, cancellationToken);
    }

    private bool IsGood(PkiFiles files, X509Certificate2? issuer, TimeSpan margin)
    {
        if (!File.Exists(files.Certificate) || !File.Exists(files.Key))
        {
            return false;
        }

        try
        {
            using var certificate = X509Certificate2.CreateFromPemFile(files.Certificate, files.Key);
            return certificate.NotAfter.ToUniversalTime() > time.GetUtcNow().UtcDateTime + margin
                && (issuer is null || CertificateIssue.IsSignedBy(certificate, issuer));
        }
        catch (CryptographicException)
        {
            // Half a pair or a damaged file: make a new one.
            return false;
        }
    }

    private static async Task WriteAsync(PkiFiles files, X509Certificate2 certificate, List<string> written, CancellationToken cancellationToken)
    {
        using var key = certificate.GetECDsaPrivateKey()!;
        await SecretFile.WriteAsync(files.Key, key.ExportPkcs8PrivateKeyPem(), isSecret: true, cancellationToken);
        await SecretFile.WriteAsync(files.Certificate, certificate.ExportCertificatePem(), isSecret: false, cancellationToken);
        written.Add(files.Key);
        written.Add(files.Certificate);
    }
}
