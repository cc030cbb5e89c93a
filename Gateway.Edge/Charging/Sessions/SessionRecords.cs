using System.Globalization;
using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Charging.Learning;
using Gateway.Edge.Charging.Rules;
using Gateway.Edge.Charging.Storage;

namespace Gateway.Edge.Charging.Sessions;

/// <summary>Sessions and findings as journal records.</summary>
internal static class SessionRecords
{
    public const string Begun = "session-begun";
    public const string Ended = "session-ended";
    public const string Finding = "battery-tapers-no-more";

    /// <summary>A session begins.</summary>
    public static ChargingRecord OfBegin(ChargeSession session, LocalizedText? device) =>
        Of(session, device, Begun, EventPriority.Info, SessionWords.Begun, session.Begun, incident: null, watts: null);

    /// <summary>
    /// A session has ended. Smoke and what the driver found too hot are alarms already; an outlet that only warmed too much is one here.
    /// </summary>
    public static ChargingRecord OfEnd(ChargeSession session, LocalizedText? device, bool isAlarm)
    {
        var (reason, at) = (session.Reason!.Value, session.Ended!.Value);
        var words = SessionWords.Joined(reason, session.Detail);
        var energy = (session.WattHours / 1000).ToString("0.00", CultureInfo.InvariantCulture);
        var priority = isAlarm ? EventPriority.High : IsPlain(reason) ? EventPriority.Info : EventPriority.Normal;
        return Of(
            session,
            device,
            Ended,
            priority,
            new($"充电结束：{words.Zh}，{energy} 度", $"Charging ended: {words.En}, {energy} kWh"),
            at,
            isAlarm ? $"{session.Device}-{at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)}" : null,
            Math.Round(session.Plateau, 1));
    }

    /// <summary>A battery should be looked at.</summary>
    public static ChargingRecord OfFinding(TaperFinding finding, ChargeSession session, LocalizedText? device)
    {
        var words = FindingWords.Of(finding);
        return Of(
            session,
            device,
            Finding,
            EventPriority.Normal,
            new(words.Zh + FindingWords.Advice.Zh, $"{words.En} {FindingWords.Advice.En}"),
            finding.FoundAt,
            incident: null,
            Math.Round(finding.Plateau, 1));
    }

    private static bool IsPlain(EndReason reason) => reason
        is EndReason.Full or EndReason.TimeLimit or EndReason.StoppedByYou or EndReason.StoppedByProperty or EndReason.Unplugged
        or EndReason.NothingPlugged or EndReason.Night or EndReason.GatewayStopped;

    private static ChargingRecord Of(
        ChargeSession session, LocalizedText? device, string code, EventPriority priority, LocalizedText words, DateTimeOffset at, string? incident, double? watts) => ChargingRecord.Of(
        EventKind.Charging,
        priority,
        session.Device,
        new ChargingData(
            session.Device,
            device,
            session.Outlet,
            new LocalizedText($"插座 {session.Outlet}", $"Outlet {session.Outlet}"),
            code,
            words,
            at,
            incident,
            watts,
            EnergyWattHours: null,
            TemperatureCelsius: null,
            Test: false));
}
