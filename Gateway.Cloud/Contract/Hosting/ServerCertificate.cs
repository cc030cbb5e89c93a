using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Gateway.Cloud.Contract.Hosting;

/// <summary>The certificate of a web server of the product.</summary>
public static class ServerCertificate
{
    /// <summary>Loads a PEM certificate with its key; the names of the settings are for the messages.</summary>
    /// <exception cref="ConfigurationFaultException">A file is not named, missing, or not what it should be.</exception>
    public static X509Certificate2 Load(string? certificateFile, string certificateSetting, string? keyFile, string keySetting)
    {
        if (certificateFile is null || keyFile is null)
        {
            throw new ConfigurationFaultException($"{certificateSetting} and {keySetting} are needed for an https address.");
        }

        try
        {
            return X509Certificate2.CreateFromPemFile(certificateFile, keyFile);
        }
        catch (Exception error) when (error is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationFaultException($"{certificateSetting} '{certificateFile}' with key '{keyFile}' cannot be used: {error.Message}", error);
        }
    }
}
