using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Gateway.Cloud.Contract.Commands;

/// <summary>Checks who signed a command. The authority's file is read for each, so that a replaced one counts at once. Safe for use by several threads.</summary>
/// <param name="station">Id of the station that may command.</param>
/// <param name="compound">Id of the compound that is commanded.</param>
/// <param name="authorityFile">PEM file of the authorities that are trusted.</param>
/// <param name="time">Tells whether a certificate is in its time.</param>
public sealed class CommandVerifier(string station, string compound, string authorityFile, TimeProvider time)
{
    private const int MostCertificateBytes = 8192;

    /// <summary>Why the signature does not count; null when the station made it for this compound.</summary>
    public string? FaultOf(CommandEnvelope command)
    {
        var certificateBytes = new byte[MostCertificateBytes];
        var signature = new byte[256];
        if (!Convert.TryFromBase64String(command.Certificate, certificateBytes, out var certificateLength)
            || !Convert.TryFromBase64String(command.Signature, signature, out var signatureLength))
        {
            return "its certificate or signature is not base64";
        }

        try
        {
            using var certificate = X509CertificateLoader.LoadCertificate(certificateBytes.AsSpan(0, certificateLength));
            var authorities = new X509Certificate2Collection();
            authorities.ImportFromPemFile(authorityFile);
            if (CommandCertificate.FaultOf(certificate, authorities, station, time.GetUtcNow()) is { } fault)
            {
                return fault;
            }

            using var key = certificate.GetECDsaPublicKey();
            return key is not null
                && key.VerifyData(
                    CommandSignature.BytesOf(station, compound, command),
                    signature.AsSpan(0, signatureLength),
                    HashAlgorithmName.SHA256,
                    DSASignatureFormat.Rfc3279DerSequence)
                ? null
                : "its signature does not fit";
        }
        catch (Exception error) when (error is CryptographicException or IOException or UnauthorizedAccessException)
        {
            return "its certificate or our authority's cannot be read: " + error.Message;
        }
    }
}
