namespace Gateway.Drivers.Buses.Http;

/// <summary>Hash functions of HTTP Digest that this product speaks, weakest first.</summary>
internal enum DigestAlgorithm
{
    Md5,
    Sha256,
}
