using System.Globalization;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.AlarmStreetlights;

/// <summary>A streetlight's state in words.</summary>
internal static class StreetlightHealth
{
    /// <param name="reporter">Who is told.</param>
    /// <param name="machine">Button and housing.</param>
    /// <param name="outputs">Which line could not be driven or read; null for none.</param>
    /// <param name="untold">Changes that found the queue full.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static ValueTask ReportAsync(
        DeviceReporter reporter, StreetlightMachine machine, Wording? outputs, long untold, CancellationToken cancellationToken)
    {
        var (state, code, reason) = Of(machine, outputs);
        Dictionary<string, string> details = new(StringComparer.Ordinal);
        if (untold > 0)
        {
            details["untold"] = untold.ToString(CultureInfo.InvariantCulture);
        }

        return reporter.HealthAsync(state, code, reason, details, cancellationToken);
    }

    private static (DeviceState State, string Code, Wording Reason) Of(StreetlightMachine machine, Wording? outputs) => (outputs, machine) switch
    {
        ({ } fault, _) => (DeviceState.Degraded, "line-failed", fault),
        (_, { IsStuck: true }) => (
            DeviceState.Degraded, "button-stuck", new("按钮卡住，无法再次呼救：请立即检修", "The button is stuck and cannot call for help: mend it at once")),
        (_, { IsTampered: true }) => (DeviceState.Degraded, "tamper", new("外壳被打开：请查看", "The housing is open: please look")),
        _ => (DeviceState.Online, "ok", new("正常", "Works")),
    };
}
