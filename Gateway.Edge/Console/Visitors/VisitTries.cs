using System.Net;
using Gateway.Edge.Console.SignIn;

namespace Gateway.Edge.Console.Visitors;

/// <summary>
/// Counts addresses of visitors' pages that lead nowhere. A key cannot be guessed; this keeps the trying from costing the box anything. Links that lead
/// somewhere are never held back: whole houses stand behind one address. Safe for several threads.
/// </summary>
internal sealed class VisitTries(TimeProvider time)
{
    private readonly TryLimit _limit = new(time);

    /// <summary>Counts one; how long this address is answered nothing else, null where it is told that the link leads nowhere.</summary>
    public TimeSpan? Wrong(IPAddress? address) => _limit.Take(address);
}
