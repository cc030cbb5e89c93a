using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Gateway.Edge.Charging.Rules;

namespace Gateway.Edge.Charging;

/// <summary>
/// The rules of residents' charging (section <c>Charging</c>). What protects the shed itself - smoke, the outlet's highest temperature, the
/// overload of the wiring - stands in the hardware file.
/// </summary>
internal sealed class ChargingOptions : IValidatableObject
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Charging";

    /// <summary>Longest session. Default 8 h, the usual limit of local fire guidance for e-bikes; 10 min to 24 h.</summary>
    [Range(typeof(TimeSpan), "00:10:00", "1.00:00:00")]
    public TimeSpan MostTime { get; set; } = TimeSpan.FromHours(8);

    /// <summary>
    /// Most power of a charger, W. Default 500: a 72 V pack charged at 5 A draws about 420 W at the wall, a 48 V pack at 2 to 5 A draws 110 to
    /// 290 W. Raise it where bikes with fast chargers live; 50 to 7000.
    /// </summary>
    [Range(50, 7000)]
    public double MostPower { get; set; } = 500;

    /// <summary>How long more than <see cref="MostPower"/> may flow, for the rush of current at plugging in. Default 10 s; 1 s to 5 min.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan MostPowerFor { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// A battery is full when the power has fallen to this share of its plateau. Default 0.15: cells are full at a current of about C/20 (the usual
    /// end of charge of lithium cells), and e-bikes charge at C/4 to C/3, so the end lies at 15 to 20 % of the plateau. 0.02 to 0.5.
    /// </summary>
    [Range(0.02, 0.5)]
    public double FullShare { get; set; } = 0.15;

    /// <summary>How long the power has to stay below <see cref="FullShare"/>: the cells are balanced meanwhile. Default 15 min; 1 s to 2 h.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "02:00:00")]
    public TimeSpan FullAfter { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How long nothing may flow until a session ends: long enough to swap two batteries. Default 5 min; 1 s to 1 h.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan EmptyAfter { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Power below which nothing counts as plugged in, W. Default 5, as the hardware file's; 0.5 to 50.</summary>
    [Range(0.5, 50)]
    public double EmptyBelow { get; set; } = 5;

    /// <summary>Over how long the power is smoothed, by its median. Default 1 min; 1 s to 10 min.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan Smoothing { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// How much warmer than at the session's coolest moment an outlet may become, K. Default 30, below the 45 K that IEC 60884-1 (GB/T 2099.1) lets a socket's terminals
    /// rise, because the sensor sits farther from the contact; 5 to 80.
    /// </summary>
    [Range(5, 80)]
    public double MostWarming { get; set; } = 30;

    /// <summary>A plug that comes and goes so often within <see cref="ReconnectWindow"/> makes sparks: the session ends. Default 5; 2 to 50.</summary>
    [Range(2, 50)]
    public int MostReconnects { get; set; } = 5;

    /// <summary>Within how long reconnects are counted. Default 10 min; 1 min to 2 h.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "02:00:00")]
    public TimeSpan ReconnectWindow { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// A load stronger than this that comes and goes <see cref="MostCycles"/> times is switched by a thermostat, W. Default 400: heaters and irons draw
    /// 500 W and more. 50 to 7000.
    /// </summary>
    [Range(50, 7000)]
    public double ThermostatAbove { get; set; } = 400;

    /// <summary>Times that a strong load may come and go within <see cref="ReconnectWindow"/>. Default 3; 2 to 50.</summary>
    [Range(2, 50)]
    public int MostCycles { get; set; } = 3;

    /// <summary>
    /// Share of the plateau by which the power has to turn to count as a swing. Default 0.3: a charger rises once and falls once, and a change between two
    /// batteries is about 0.1. 0.1 to 0.9.
    /// </summary>
    [Range(0.1, 0.9)]
    public double SwingShare { get; set; } = 0.3;

    /// <summary>Swings within <see cref="SwingWindow"/> after which it is no charger. Default 8: motors, computers and lamps that are dimmed do that. 4 to 100.</summary>
    [Range(4, 100)]
    public int MostSwings { get; set; } = 8;

    /// <summary>Within how long swings are counted. Default 30 min; 1 min to 4 h.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "04:00:00")]
    public TimeSpan SwingWindow { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>
    /// A load whose minutes differ by less than <see cref="FlatSpread"/> for so long heats or lights something: a battery's voltage, and with it the power,
    /// rises by some 10 % and then falls. Default 5 h; 30 min to 24 h.
    /// </summary>
    [Range(typeof(TimeSpan), "00:30:00", "1.00:00:00")]
    public TimeSpan FlatFor { get; set; } = TimeSpan.FromHours(5);

    /// <summary>Spread of a flat load between its 5 % and 95 % minute, as a share of its median. Default 0.01; 0.001 to 0.05.</summary>
    [Range(0.001, 0.05)]
    public double FlatSpread { get; set; } = 0.01;

    /// <summary>How long a meter may be silent. Default 1 min: what nobody measures is switched off; 5 s to 10 min.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "00:10:00")]
    public TimeSpan SilentFor { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>What is not done at night. Default <see cref="NightPolicy.None"/>.</summary>
    [EnumDataType(typeof(NightPolicy), ErrorMessage = "Charging:Night must be None, NoStart or NoCharging.")]
    public NightPolicy Night { get; set; }

    /// <summary>Begin of the night, local time such as <c>23:00</c>. Default 23:00.</summary>
    public string NightFrom { get; set; } = "23:00";

    /// <summary>End of the night, local time such as <c>05:00</c>. Default 05:00.</summary>
    public string NightUntil { get; set; } = "05:00";

    /// <summary>How often every session is looked at. Default 1 s; 0.2 s to 10 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.2", "00:00:10")]
    public TimeSpan Every { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How far the points of a power curve lie apart. Default 20 s; 0.2 s to 5 min.</summary>
    [Range(typeof(TimeSpan), "00:00:00.2", "00:05:00")]
    public TimeSpan CurveEvery { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How often curves are written to the disk. Default 1 min; 1 s to 10 min. A power failure costs the points since.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan SaveEvery { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Starts of one outlet within an hour: relays wear, and who has the code could play with them. Default 12; 1 to 1000.</summary>
    [Range(1, 1000)]
    public int MostStartsPerHour { get; set; } = 12;

    /// <summary>Days after which a session that is over is erased with its curve. Default 90; 1 to 730.</summary>
    [Range(1, 730)]
    public int KeepDays { get; set; } = 90;

    /// <summary>
    /// Where residents' phones reach this gateway, such as <c>https://gateway.example.cn</c>: stands in the labels' QR codes. Null for the address by which
    /// the labels' page itself was opened. Default null.
    /// </summary>
    public string? PublicAddress { get; set; }

    /// <summary>The compound's zone: <c>Console:TimeZone</c>, which says it once for the whole gateway.</summary>
    internal string TimeZone { get; set; } = "Asia/Shanghai";

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var (name, value) in new[] { (nameof(NightFrom), NightFrom), (nameof(NightUntil), NightUntil) })
        {
            if (Clock(value) is null)
            {
                yield return new($"Charging:{name}: '{value}' is no time of day; write one such as 23:00.", [name]);
            }
        }

        if (Night != NightPolicy.None && Clock(NightFrom) is { } from && from == Clock(NightUntil))
        {
            yield return new("Charging:NightUntil: the same as NightFrom, a night that never ends. Set Night to None, or give it an end.", [nameof(NightUntil)]);
        }

        if (PublicAddress is not null && (!Uri.TryCreate(PublicAddress, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http") || address.PathAndQuery != "/"))
        {
            yield return new($"Charging:PublicAddress: '{PublicAddress}' is no address; write one such as https://gateway.example.cn.", [nameof(PublicAddress)]);
        }
    }

    /// <summary>The rules for the machine.</summary>
    internal ChargeRules Rules() => new(this, NightHours.Of(Night, Clock(NightFrom) ?? default, Clock(NightUntil) ?? default, TimeZoneInfo.FindSystemTimeZoneById(TimeZone)));

    private static TimeOnly? Clock(string? text) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
