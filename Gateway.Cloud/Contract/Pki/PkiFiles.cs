namespace Gateway.Cloud.Contract.Pki;

/// <summary>Where one certificate and its private key lie.</summary>
/// <param name="Certificate">PEM certificate, readable by all.</param>
/// <param name="Key">PEM PKCS#8 key, mode 0600.</param>
public readonly record struct PkiFiles(string Certificate, string Key);
