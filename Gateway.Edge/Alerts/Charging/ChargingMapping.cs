using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;
using Gateway.Drivers.ChargingPoints;
using Gateway.Drivers.Devices;
using Gateway.Edge.Journal;
using Gateway.Edge.Passages;

namespace Gateway.Edge.Alerts.Charging;

/// <summary>What charging points report: smoke and heat are fires, everything else is about charging.</summary>
internal sealed class ChargingMapping(IDeviceDirectory devices) : IObservationMapping
{
    private static readonly TimeSpan Sparing = TimeSpan.FromMinutes(1);
    private readonly ChargingIncidents _incidents = new();
    private readonly Dictionary<(DeviceId Device, string? Outlet, string Code), DateTimeOffset> _told = [];
    private readonly Dictionary<(DeviceId Device, string Outlet), OutletState> _states = [];

    /// <inheritdoc/>
    public JournalEntry? EntryOf(Observation observation)
    {
        var isChange = observation is OutletChanged change && IsNew(change);
        return ChargingNewsOf.Observed(observation) is { } news && !IsTooOften(observation, news, isChange)
            ? JournalEntry.Of(
                news.Fire ? EventKind.Fire : EventKind.Charging, news.Priority, observation.Device.Value, Data(observation, news))
            : null;
    }

    private object Data(Observation observation, ChargingNews news)
    {
        var name = devices.Of<IChargingPoint>().FirstOrDefault(known => known.Id == observation.Device)?.Name.Localized();
        var place = news.Outlet is { } outlet ? new LocalizedText($"插座 {outlet}", $"Outlet {outlet}") : null;
        var incident = news.IsAlarm ? _incidents.Of(observation.Device, observation.At) : null;
        return news.Fire
            ? new FireData(
                observation.Device.Value, name, news.Outlet, place, news.Code, news.Words, observation.At, incident!, news.Meter?.Temperature, news.Limit, Test: false)
            : new ChargingData(
                observation.Device.Value,
                name,
                news.Outlet,
                place,
                news.Code,
                news.Words,
                observation.At,
                incident,
                Finite(news.Meter?.Power),
                Finite(news.Meter?.Energy),
                Finite(news.Meter?.Temperature),
                Test: false);
    }

    /// <summary>JSON knows no NaN, and a meter may show anything.</summary>
    private static double? Finite(double? value) => value is { } number && double.IsFinite(number) ? Math.Round(number, 2) : null;

    /// <summary>Spares readings, and states told again; a change of state never.</summary>
    private bool IsTooOften(Observation observation, ChargingNews news, bool isChange)
    {
        if (!news.Sparing)
        {
            return false;
        }

        var key = (observation.Device, news.Outlet, news.Code);
        if (!isChange && _told.TryGetValue(key, out var last) && (observation.At - last).Duration() < Sparing)
        {
            return true;
        }

        _told[key] = observation.At;
        return false;
    }

    // States that another record tells count as told.
    private bool IsNew(OutletChanged change)
    {
        var key = (change.Device, change.Outlet);
        var isNew = !_states.TryGetValue(key, out var last) || last != change.State;
        _states[key] = change.State;
        return isNew;
    }
}
