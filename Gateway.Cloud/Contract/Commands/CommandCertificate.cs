using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Gateway.Cloud.Contract.Pki;

namespace Gateway.Cloud.Contract.Commands;

/// <summary>Checks that a certificate is the station's: signed by our authority, in its time, made for signing by a client, named as the station.</summary>
internal static class CommandCertificate
{
    private const string ClientUse = "1.3.6.1.5.5.7.3.2";

    /// <summary>Why the certificate does not speak for the station; null when it does.</summary>
    public static string? FaultOf(X509Certificate2 certificate, X509Certificate2Collection authorities, string station, DateTimeOffset now)
    {
        if (!IsNamed(certificate, PkiDirectory.StationIdentity(station)))
        {
            return "its certificate is not the station's";
        }

        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.ApplicationPolicy.Add(new Oid(ClientUse));
        chain.ChainPolicy.VerificationTime = now.UtcDateTime;
        if (!chain.Build(certificate))
        {
            return "its certificate is not good here: " + string.Join(", ", chain.ChainStatus.Select(status => status.Status.ToString()).Distinct(StringComparer.Ordinal));
        }

        // An authority's own certificate, and one without the purpose, pass the chain.
        return certificate.Extensions.OfType<X509BasicConstraintsExtension>().Any(constraint => constraint.CertificateAuthority)
            || !certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>().Any()
            || !certificate.Extensions.OfType<X509KeyUsageExtension>().Any(usage => usage.KeyUsages.HasFlag(X509KeyUsageFlags.DigitalSignature))
            ? "its certificate is not made for signing"
            : null;
    }

    private static bool IsNamed(X509Certificate2 certificate, string name)
    {
        var parts = certificate.SubjectName.EnumerateRelativeDistinguishedNames().ToArray();
        return parts is [{ HasMultipleElements: false } only] && only.GetSingleElementType().Value == "2.5.4.3" && only.GetSingleElementValue() == name;
    }
}
