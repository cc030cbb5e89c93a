using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Gateway.Cloud.Contract.Commands;

/// <summary>
/// Signs commands with the key of the station's certificate at the broker. The files are read for each command, so that a renewed
/// certificate counts at once. Safe for use by several threads.
/// </summary>
/// <param name="station">Id of the station.</param>
/// <param name="certificateFile">PEM certificate.</param>
/// <param name="keyFile">PEM private key, ECDSA.</param>
public sealed class CommandSigner(string station, string certificateFile, string keyFile)
{
    private const int NonceBytes = 16;

    /// <summary>A signed command.</summary>
    /// <param name="compound">The one compound whose gateway may act on it.</param>
    /// <param name="order">What is to be done, for whom and until when.</param>
    /// <exception cref="CryptographicException">Certificate or key cannot be read, do not belong together, or are not ECDSA; the message names the fix.</exception>
    public CommandEnvelope Sign(string compound, CommandOrder order)
    {
        using var certificate = Read();
        using var key = certificate.GetECDsaPrivateKey()
            ?? throw new CryptographicException($"{keyFile} is not an ECDSA key, which commands are signed with: make the station's certificate again with 'pki init'.");
        var envelope = new CommandEnvelope
        {
            Name = order.Name,
            Id = order.Id,
            Issued = Whole(order.Issued),
            Expires = Whole(order.Expires),
            Nonce = RandomNumberGenerator.GetHexString(NonceBytes * 2, lowercase: true),
            By = order.By,
            Payload = order.Payload,
            Certificate = Convert.ToBase64String(certificate.RawData),
            Signature = "",
        };
        var signature = key.SignData(CommandSignature.BytesOf(station, compound, envelope), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return envelope with { Signature = Convert.ToBase64String(signature) };
    }

    private X509Certificate2 Read()
    {
        try
        {
            return X509Certificate2.CreateFromPemFile(certificateFile, keyFile);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CryptographicException($"{certificateFile} and {keyFile} cannot be used to sign commands: {error.Message}", error);
        }
    }

    private static DateTimeOffset Whole(DateTimeOffset time) => DateTimeOffset.FromUnixTimeMilliseconds(time.ToUnixTimeMilliseconds());
}
