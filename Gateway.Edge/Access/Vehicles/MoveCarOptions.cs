using Gateway.Edge.Access.Vehicles.MoveCar;

namespace Gateway.Edge.Access.Vehicles;

/// <summary>How owners are told to move their vehicles (section <c>Vehicles:MoveCar</c>).</summary>
internal sealed class MoveCarOptions
{
    /// <summary>
    /// The https address of the property's message service, which sends the text message; null for none: then the guard calls. Default null.
    /// </summary>
    public string? Url { get; set; }

    /// <summary>File (0600) with the key that signs what goes there, at least 32 characters. Needed with <see cref="Url"/>.</summary>
    public string? SecretFile { get; set; }

    /// <summary>PEM file of the authority that signed the service's certificate; null for the machine's own. Default null.</summary>
    public string? AuthorityFile { get; set; }

    /// <summary>The https address at which owners reach this gateway's pages, for the link in the message; null for no link. Default null.</summary>
    public string? PublicUrl { get; set; }

    /// <summary>How the guard is reached, as people are told it, such as <c>8888-0000</c>; null for no number. Default null.</summary>
    public string? GuardPhone { get; set; }

    /// <summary>How long an owner has to answer before the guard calls. Default 10 min, 1 to 60.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Requests of one source within <see cref="Window"/>. Default 5, 1 to 100.</summary>
    public int PerSource { get; set; } = 5;

    /// <summary>Requests from everywhere within <see cref="Window"/>. Default 60, 1 to 1000.</summary>
    public int Overall { get; set; } = 60;

    /// <summary>How long requests are counted together, and requests for one plate joined. Default 15 min, 1 min to 1 day.</summary>
    public TimeSpan Window { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>What cannot be used, with the key's name.</summary>
    public IEnumerable<(string Name, string Message)> Faults()
    {
        if (Url is not null && !HttpsAddress.IsValid(Url))
        {
            yield return (nameof(Url), $"'{Url}' is not an https address such as https://messages.example/move-car. Plain http is not sent to.");
        }

        if (Url is not null && string.IsNullOrEmpty(SecretFile))
        {
            yield return (nameof(SecretFile), "must name a file (0600) with at least 32 random characters that the message service has, too.");
        }

        if (PublicUrl is not null && !HttpsAddress.IsValid(PublicUrl))
        {
            yield return (nameof(PublicUrl), $"'{PublicUrl}' is not an https address such as https://gate.example.");
        }

        if (Patience < TimeSpan.FromMinutes(1) || Patience > TimeSpan.FromHours(1))
        {
            yield return (nameof(Patience), "must be 00:01:00 to 01:00:00.");
        }

        if (Window < TimeSpan.FromMinutes(1) || Window > TimeSpan.FromDays(1))
        {
            yield return (nameof(Window), "must be 00:01:00 to 1.00:00:00.");
        }

        if (PerSource is < 1 or > 100)
        {
            yield return (nameof(PerSource), "must be 1 to 100.");
        }

        if (Overall is < 1 or > 1000)
        {
            yield return (nameof(Overall), "must be 1 to 1000.");
        }

        if (GuardPhone is { Length: > 32 })
        {
            yield return (nameof(GuardPhone), "must have at most 32 characters.");
        }
    }
}
