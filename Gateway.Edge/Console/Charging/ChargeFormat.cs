using System.Globalization;
using Gateway.Edge.Charging.Rules;
using Gateway.Edge.Console.Status;
using Gateway.Edge.Console.Texts;

namespace Gateway.Edge.Console.Charging;

/// <summary>Numbers and reasons of charging as people read them.</summary>
internal static class ChargeFormat
{
    public static string Watts(double watts, Language language) => language.Fill(ChargeTexts.Watts, watts.ToString(watts < 10 ? "0.#" : "0", CultureInfo.InvariantCulture));

    public static string Energy(double wattHours, Language language) => language.Fill(ChargeTexts.KilowattHours, (wattHours / 1000).ToString("0.00", CultureInfo.InvariantCulture));

    public static string Time(TimeSpan span, Language language) => span.TotalHours < 1
        ? language.Fill(ChargeTexts.Minutes, (int)span.TotalMinutes)
        : language.Fill(ChargeTexts.HoursMinutes, (int)span.TotalHours, span.Minutes);

    public static Tone ToneOf(EndReason reason) => reason switch
    {
        EndReason.Full or EndReason.StoppedByYou => Tone.Good,
        EndReason.Smoke or EndReason.Heat => Tone.Emergency,
        EndReason.Overload or EndReason.NotACharger or EndReason.Reconnects or EndReason.NeighbourHeat or EndReason.Fault => Tone.High,
        _ => Tone.Normal,
    };

    public static string IconOf(EndReason reason) => reason switch
    {
        EndReason.Full or EndReason.StoppedByYou => "check",
        EndReason.Smoke or EndReason.Heat or EndReason.NeighbourHeat => "flame",
        EndReason.Overload or EndReason.PowerFailure => "bolt",
        EndReason.TimeLimit or EndReason.Night => "clock",
        EndReason.NotACharger or EndReason.StoppedByProperty => "ban",
        EndReason.Unplugged or EndReason.NothingPlugged or EndReason.Reconnects => "plug",
        _ => "warning",
    };
}
