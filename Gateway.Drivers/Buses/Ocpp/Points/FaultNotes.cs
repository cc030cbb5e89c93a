using Gateway.Drivers.Buses.Ocpp.Wire;
using Gateway.Drivers.Devices;
using Microsoft.Extensions.Logging;

namespace Gateway.Drivers.Buses.Ocpp.Points;

/// <summary>How a charger breaks the protocol: logged and told as an event, each code at most once a minute. Safe for several threads.</summary>
internal sealed class FaultNotes(string chargePoint, EventQueue events, TimeProvider clock, ILogger logger)
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, long> _last = new(StringComparer.Ordinal); // codes are our own, so few

    public void Note(string code, Wording words)
    {
        lock (_gate)
        {
            if (_last.TryGetValue(code, out var at) && clock.GetElapsedTime(at) < s_pause)
            {
                return;
            }

            _last[code] = clock.GetTimestamp();
        }

        OcppLog.Fault(logger, chargePoint, code, words.En);
        events.Post(new OcppEvent.FaultNoted(clock.GetUtcNow(), code, words));
    }

    /// <summary>A message that was answered with a result although it breaks the protocol.</summary>
    public void Tolerated(string action, OcppViolation violation) => Note($"invalid-{action}", new Wording(
        $"充电桩 {chargePoint} 的 {action} 报文不合规范（{violation.Code}：{violation.Words}），已按可读部分处理。请升级充电桩固件",
        $"Charger {chargePoint} sent a {action} that breaks the protocol ({violation.Code}: {violation.Words}); what could be read was used. Update the charger's firmware."));

    /// <summary>A message that was answered with an error.</summary>
    public void Refused(OcppViolation violation) => Note($"refused-{violation.Code}", new Wording(
        $"充电桩 {chargePoint} 的报文被拒绝（{violation.Code}：{violation.Words}）",
        $"Charger {chargePoint} sent a message that was refused ({violation.Code}: {violation.Words})"));

    /// <summary>A time that cannot be.</summary>
    public void WrongClock() => Note("clock-wrong", new Wording(
        $"充电桩 {chargePoint} 的时钟不正确，改用网关收到报文的时间。请检查充电桩的时钟电池与对时",
        $"The clock of charger {chargePoint} is wrong; the time at which its message came is used instead. Check its clock battery and time setting."));
}
