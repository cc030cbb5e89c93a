using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;

namespace Gateway.Cloud.Station.Ingest;

/// <summary>What one event says about one alert, whatever its kind.</summary>
/// <param name="Incident">All events with this name are one alert of their kind and compound.</param>
/// <param name="Device">The device's name.</param>
/// <param name="Headline">What happened, in words.</param>
/// <param name="First">When it began.</param>
/// <param name="Last">When this was seen.</param>
internal sealed record AlertNews(string Incident, LocalizedText Device, LocalizedText Headline, DateTimeOffset First, DateTimeOffset Last)
{
    /// <summary>Of an event that tells what happened; those that only add to it are lighter and leave the headline alone.</summary>
    public const int Ordinary = 2;

    /// <summary>Of an event that says that somebody calls for help; heavier still when the button is held down.</summary>
    public const int Call = Ordinary + 1;

    /// <summary>Where, beside the device; null when that says enough.</summary>
    public LocalizedText? Place { get; init; }

    /// <summary>Media of the alert.</summary>
    public IReadOnlyList<MediaReference> Media { get; init; } = [];

    public bool Test { get; init; }

    /// <summary>A heavier event's headline is kept.</summary>
    public int Weight { get; init; } = Ordinary;

    /// <summary>True for a call for help: it opens its alert again where that was acknowledged before the call came.</summary>
    public bool Calls => Weight >= Call;

    /// <summary>Phase of an SOS event; null for other kinds.</summary>
    public SosPhase? Phase { get; init; }

    /// <summary>How often it has been seen, by the gateway's count; null when this station counts.</summary>
    public int? Count { get; init; }

    /// <summary>False for an event that only adds to an alert that is there.</summary>
    public bool MayOpen { get; init; } = true;

    /// <summary>True where only the newest medium of a role is shown, as with portraits.</summary>
    public bool ReplacesMedia { get; init; }
}
