using System.Globalization;
using Gateway.Edge.Console.SignIn;

namespace Gateway.Edge.Console.Charging;

/// <summary>
/// Counts codes that lead nowhere. A key cannot be guessed; this keeps the trying from costing the box anything. Codes that lead somewhere are
/// never held back: a whole compound may stand behind one address. Safe for several threads.
/// </summary>
internal sealed class ChargeTries(TimeProvider time)
{
    private readonly TryLimit _limit = new(time);

    /// <summary>Answers a request whose key leads nowhere: gone, or too many; true for too many.</summary>
    public bool Refuse(HttpContext context)
    {
        if (_limit.Take(context.Connection.RemoteIpAddress) is not { } pause)
        {
            context.Response.StatusCode = StatusCodes.Status410Gone;
            return false;
        }

        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.Headers.RetryAfter = ((int)Math.Ceiling(pause.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return true;
    }
}
