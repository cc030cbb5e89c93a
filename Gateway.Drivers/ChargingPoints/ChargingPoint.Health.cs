using System.Globalization;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.ChargingPoints;

/// <content>What the shed says of itself.</content>
internal sealed partial class ChargingPoint
{
    private async Task TellAsync(DeviceReporter reporter, CancellationToken cancellationToken)
    {
        await foreach (var observation in _told.Reader.ReadAllAsync(cancellationToken))
        {
            await reporter.ObserveAsync(observation, cancellationToken);
        }
    }

    private async Task ReportMetersAsync(DeviceReporter reporter, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(ReportEvery, _clock);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            foreach (var outlet in Outlets.Where(outlet => outlet is { State: OutletState.Charging, Meter: not null }))
            {
                await reporter.ObserveAsync(new MeterReported(Id, _clock.GetUtcNow(), outlet.Id, outlet.Meter!), cancellationToken);
            }
        }
    }

    private async Task ReportHealthAsync(DeviceReporter reporter, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(HealthEvery, _clock);
        do
        {
            var (state, code, reason) = Judge();
            var details = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["outlets"] = _outlets.Count.ToString(CultureInfo.InvariantCulture),
                ["charging"] = Outlets.Count(outlet => outlet.State == OutletState.Charging).ToString(CultureInfo.InvariantCulture),
            };
            if (Array.Find(_silent, fault => fault is not null) is { } fault)
            {
                details["meter"] = fault;
            }

            if (_untold > 0)
            {
                details["untold"] = _untold.ToString(CultureInfo.InvariantCulture);
            }

            DescribeAir(details);
            await reporter.HealthAsync(state, code, reason, details, cancellationToken);
        }
        while (await timer.WaitForNextTickAsync(cancellationToken));
    }

    private (DeviceState State, string Code, Wording Reason) Judge()
    {
        lock (_gate)
        {
            var stuck = _shed.Outlets.FirstOrDefault(outlet => outlet.State == OutletState.Stuck);
            var silent = _outlets.Where((_, index) => _silent[index] is not null).Select(outlet => outlet.Id).ToList();
            var untrusted = _shed.Outlets.FirstOrDefault(outlet => outlet.Problem is not null);
            if (stuck is not null)
            {
                return (DeviceState.Faulty, "outlet-stuck", new($"插座 {stuck.Id}：{stuck.Reason.Zh}", $"Outlet {stuck.Id}: {stuck.Reason.En}"));
            }

            if (_shed.Smoke)
            {
                return (DeviceState.Degraded, "smoke", ChargingWords.Smoke);
            }

            if (!_shed.Fed)
            {
                return (DeviceState.Degraded, "contactor-open", new("接触器已断开，整个充电棚停用", "The contactor is open: the whole shed is out of use"));
            }

            if (_shed.Air is { Hot: true })
            {
                return (DeviceState.Degraded, "air-too-hot", ChargingWords.AirIsHot);
            }

            if (LostDetectors().FirstOrDefault() is { Words: { } words, Code: var lost })
            {
                return (DeviceState.Degraded, lost, words);
            }

            if (silent.Count > 0)
            {
                var (list, all) = (string.Join(", ", silent), silent.Count == _outlets.Count);
                return (all ? DeviceState.Offline : DeviceState.Degraded, all ? "meters-silent" : "meter-silent", new(
                    $"插座 {list} 的电表没有应答，这些插座不能使用", $"The meters of outlets {list} do not answer; these outlets cannot be used"));
            }

            if (untrusted is not null)
            {
                return (DeviceState.Degraded, "meter-implausible", new($"插座 {untrusted.Id}：{untrusted.Problem!.Zh}", $"Outlet {untrusted.Id}: {untrusted.Problem!.En}"));
            }

            var starting = _shed.Outlets.Any(outlet => outlet.State == OutletState.Unknown) || _shed.Air is { Blind: true };
            return starting
                ? (DeviceState.Connecting, "reading-meters", new("正在读取电表和传感器", "Reading meters and sensors"))
                : (DeviceState.Online, "ok", new("正常", "In order"));
        }
    }
}
