using Gateway.Drivers.Buses.Http;
using Gateway.Drivers.Devices;
using Gateway.Drivers.FaceGates.Terminals.Isapi;
using Microsoft.Extensions.Logging;

namespace Gateway.Drivers.FaceGates.Terminals;

/// <summary>
/// An ISAPI face terminal. It is connected to again for as long as it is away; what it pushes meanwhile is taken, and what it shall hold is
/// kept for it.
/// </summary>
internal sealed class TerminalGate : ITerminalGate, IDevice, IPatrolled, IDisposable
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);
    private readonly DeviceHttpClient _http;
    private readonly TerminalSettings _settings;
    private readonly TerminalLinks _links;
    private readonly TerminalState _state;
    private readonly TerminalSync _sync;
    private readonly TerminalIntake _intake;
    private readonly PushInbox? _inbox;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly Backoff _backoff;

    /// <param name="id">Unique in the compound.</param>
    /// <param name="name">What people call the gate.</param>
    /// <param name="settings">How the terminal is used.</param>
    /// <param name="http">Requests to it; disposed of with the gate.</param>
    /// <param name="inbox">What it pushes; null for a terminal that does not; disposed of with the gate.</param>
    /// <param name="state">What an earlier run knew of it.</param>
    /// <param name="clock">The gateway's clock.</param>
    /// <param name="random">Jitter of the pauses.</param>
    /// <param name="logger">For faults that nobody else hears of.</param>
    public TerminalGate(
        DeviceId id,
        Wording name,
        TerminalSettings settings,
        DeviceHttpClient http,
        PushInbox? inbox,
        TerminalState state,
        TimeProvider clock,
        Random random,
        ILogger logger)
    {
        (Id, Name, _settings, _http, _inbox, _state, _clock, _logger) = (id, name, settings, http, inbox, state, clock, logger);
        var client = new IsapiClient(http, id.Value);
        var door = new IsapiDoor(client, settings.Door);
        _links = new TerminalLinks(
            client,
            new IsapiClock(client, clock),
            settings.Listener is { } listener ? new IsapiListener(client, listener) : null,
            door,
            new IsapiEventLog(client, clock),
            new RemoteChecks(door, settings.DecideWithin, clock, logger));
        _sync = new TerminalSync(new IsapiPeople(client, settings.Door, clock), state, clock);
        _intake = new TerminalIntake(id, state, _links.Checks, clock);
        _backoff = new Backoff(ShortestPause, LongestPause, random);
    }

    /// <inheritdoc cref="ITerminalGate.Id"/>
    public DeviceId Id { get; }

    /// <inheritdoc cref="ITerminalGate.Name"/>
    public Wording Name { get; }

    /// <inheritdoc/>
    public string Kind => "terminal-gate";

    /// <inheritdoc/>
    public TerminalSyncStatus People => _sync.Status;

    /// <inheritdoc/>
    public void Hold(IReadOnlyCollection<TerminalPerson> people) => _sync.Want(people);

    /// <inheritdoc/>
    public void AnswerWith(IRemoteCheck? check) => _links.Checks.AnswerWith(check);

    /// <inheritdoc/>
    public ValueTask OpenAsync(CancellationToken cancellationToken) => CommandAsync("open", cancellationToken);

    /// <inheritdoc/>
    public ValueTask KeepReleasedAsync(bool released, CancellationToken cancellationToken) =>
        CommandAsync(released ? "alwaysOpen" : "resume", cancellationToken);

    /// <inheritdoc/>
    public async Task RunAsync(DeviceReporter reporter, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        List<Task> parts = [StayConnectedAsync(reporter, stop.Token)];
        if (_inbox is not null)
        {
            parts.Add(TakePushedAsync(_inbox, reporter, stop.Token));
        }

        try
        {
            await Together.RunAsync(stop, parts);
        }
        finally
        {
            _state.Save();
        }
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<PatrolFinding>> CheckAsync(CancellationToken cancellationToken)
    {
        try
        {
            var drift = await _links.Clock.DriftAsync(cancellationToken);
            return TerminalFindings.Of(drift, _settings.ClockTolerance, People, _links.Checks.Unanswered);
        }
        catch (Exception error) when (error is DeviceUnreachableException or LoginRefusedException)
        {
            throw new DeviceFaultException(error.Message, error);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _inbox?.Dispose();
        _http.Dispose();
    }

    private async Task TakePushedAsync(PushInbox inbox, DeviceReporter reporter, CancellationToken cancellationToken)
    {
        while (true)
        {
            await _intake.TakeAsync(await inbox.ReadAsync(cancellationToken), reporter, cancellationToken);
        }
    }

    private async Task StayConnectedAsync(DeviceReporter reporter, CancellationToken cancellationToken)
    {
        while (true)
        {
            var began = _clock.GetTimestamp();
            try
            {
                await new TerminalSession(Id, _settings, _links, _intake, _sync, _state, _clock, _logger).RunAsync(reporter, cancellationToken);
            }
            catch (Exception error) when (error is DeviceUnreachableException or LoginRefusedException or DeviceFaultException)
            {
                if (_clock.GetElapsedTime(began) > LongestPause)
                {
                    _backoff.Reset();
                }

                await TellAsync(error, reporter, cancellationToken);
                await Task.Delay(_backoff.Next(), _clock, cancellationToken);
            }
        }
    }

    private static ValueTask TellAsync(Exception error, DeviceReporter reporter, CancellationToken cancellationToken)
    {
        var (state, code, zh) = error switch
        {
            DeviceUnreachableException => (DeviceState.Offline, "terminal-unreachable", "无法连接终端，请检查其电源与网络"),
            LoginRefusedException => (DeviceState.Faulty, "terminal-login", "终端拒绝登录，已暂停尝试以免账号被锁定，请核对密钥文件与终端时钟"),
            _ => (DeviceState.Faulty, "terminal-fault", "终端工作异常，请检查其型号与固件"),
        };
        Dictionary<string, string> details = new(StringComparer.Ordinal) { ["message"] = error.Message };
        return reporter.HealthAsync(state, code, new Wording($"{zh}：{error.Message}", error.Message), details, cancellationToken);
    }

    private async ValueTask CommandAsync(string command, CancellationToken cancellationToken)
    {
        try
        {
            await _links.Door.CommandAsync(command, cancellationToken);
        }
        catch (Exception error) when (error is DeviceUnreachableException or LoginRefusedException)
        {
            throw new DeviceFaultException(error.Message, error);
        }
    }
}
