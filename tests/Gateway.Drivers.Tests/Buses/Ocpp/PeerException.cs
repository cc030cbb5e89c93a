namespace Gateway.Drivers.Tests.Buses.Ocpp;

/// <summary>The peer was refused or answered with an error; the code is an HTTP status or a code of OCPP.</summary>
internal sealed class PeerException(string code, string words) : Exception($"{code}: {words}")
{
    public string Code { get; } = code;
}
