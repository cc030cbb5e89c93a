using System.Globalization;

namespace Gateway.Drivers.Buses.Http;

/// <summary>
/// Keeps this product from locking an account: devices of this kind lock for 30 minutes after about five refused log-ins, for the people
/// who administer them too. After two refusals nothing is sent for a while, then one attempt. Safe for several threads.
/// </summary>
internal sealed class LoginGuard(string device, TimeProvider clock)
{
    private const int Allowed = 2;

    /// <summary>A little longer than the 30 minutes after which such devices forget refused log-ins.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(35);

    /// <summary>Beyond this devices refuse right passwords too.</summary>
    private static readonly TimeSpan MostDrift = TimeSpan.FromMinutes(5);

    private readonly Lock _gate = new(); // guards everything below it
    private int _refused;
    private string _fix = "";
    private DateTimeOffset _until = DateTimeOffset.MinValue;

    /// <summary>Whether log-ins are paused now.</summary>
    public bool Paused
    {
        get
        {
            lock (_gate)
            {
                return clock.GetUtcNow() < _until;
            }
        }
    }

    /// <exception cref="LoginRefusedException">Log-ins are paused.</exception>
    public void Check()
    {
        lock (_gate)
        {
            if (clock.GetUtcNow() < _until)
            {
                throw Fault();
            }
        }
    }

    /// <summary>The device let us in.</summary>
    public void Accepted()
    {
        lock (_gate)
        {
            (_refused, _until) = (0, DateTimeOffset.MinValue);
        }
    }

    /// <summary>The device refused user and password, or said that the account is locked for <paramref name="locked"/>.</summary>
    /// <param name="locked">How long the account stays locked; null where the device did not say that it is.</param>
    /// <param name="date">The device's clock as its answer shows it.</param>
    /// <returns>What to throw.</returns>
    public LoginRefusedException Refused(TimeSpan? locked, DateTimeOffset? date)
    {
        lock (_gate)
        {
            var drift = (date - clock.GetUtcNow())?.Duration();
            _fix = drift > MostDrift
                ? $"its clock is off by {drift.Value.TotalMinutes:0} min, which makes log-ins fail: set it at the device"
                : "correct the entry in the secrets file";
            _refused++;
            if (locked is not null || _refused >= Allowed)
            {
                _until = clock.GetUtcNow() + (locked > Pause ? locked.Value : Pause);
            }

            return Fault();
        }
    }

    private LoginRefusedException Fault()
    {
        var pause = _until > clock.GetUtcNow()
            ? string.Create(CultureInfo.InvariantCulture, $" No log-in is tried before {_until:yyyy-MM-dd HH:mm} UTC, so that the device does not lock the account.")
            : "";
        return new LoginRefusedException($"{device}: refused the user or password. Fix: {_fix}.{pause}");
    }
}
