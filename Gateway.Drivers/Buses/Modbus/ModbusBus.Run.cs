using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Buses.Modbus;

/// <content>What the bus does by itself: polling inputs, feeding a board's watchdog, writing levels again, saying how it stands.</content>
internal sealed partial class ModbusBus
{
    private const int MostTogether = 256;
    private static readonly TimeSpan HealthEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AssertEvery = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    public async Task RunAsync(DeviceReporter reporter, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task[] parts = [PollAsync(stop.Token), FeedAsync(stop.Token), AssertAsync(stop.Token), PayAsync(stop.Token), ReportAsync(reporter, stop.Token)];
        await Together.RunAsync(stop, parts);
    }

    /// <summary>Reads every unit's inputs in turn; a unit that has not answered yet is not asked again, and holds up no other.</summary>
    private async Task PollAsync(CancellationToken cancellationToken)
    {
        Dictionary<int, Task> polls = [];
        using var timer = new PeriodicTimer(_settings.PollEvery, _clock);
        do
        {
            foreach (var unit in _inputs.Values.Where(input => input.IsUsed).GroupBy(input => input.Address.Unit))
            {
                if (polls.GetValueOrDefault(unit.Key, Task.CompletedTask) is { IsCompleted: true } done)
                {
                    await done;
                    polls[unit.Key] = PollAsync(unit.Key, [.. unit.OrderBy(input => input.Address.Number)], cancellationToken);
                }
            }
        }
        while (await timer.WaitForNextTickAsync(cancellationToken));
    }

    private async Task PollAsync(int unit, IReadOnlyList<ModbusInput> inputs, CancellationToken cancellationToken)
    {
        for (var from = 0; from < inputs.Count;)
        {
            var first = inputs[from].Address.Number;
            var block = inputs.Skip(from).TakeWhile(input => input.Address.Number - first < MostTogether).ToList();
            from += block.Count;
            if (!await TryPollAsync(unit, block, cancellationToken))
            {
                foreach (var input in block)
                {
                    // One of them does not exist: the others must not suffer for it.
                    await TryPollAsync(unit, [input], cancellationToken);
                }
            }
        }
    }

    /// <summary>False when the unit refused a block of several.</summary>
    private async Task<bool> TryPollAsync(int unit, List<ModbusInput> block, CancellationToken cancellationToken)
    {
        var first = block[0].Address.Number;
        try
        {
            var bits = await _registers.ReadBitsAsync(
                unit, BitTable.DiscreteInputs, first, block[^1].Address.Number - first + 1, cancellationToken);
            var stamp = _clock.GetTimestamp();
            block.ForEach(input => input.Show(bits[input.Address.Number - first], stamp));
        }
        catch (DeviceFaultException fault)
        {
            if (block.Count > 1 && fault.InnerException is ModbusException { Fault: ModbusFault.Refused })
            {
                return false;
            }

            block.ForEach(input => input.Lose(fault.Message));
        }

        return true;
    }

    private async Task FeedAsync(CancellationToken cancellationToken)
    {
        if (_settings.Watchdog is not { } watchdog)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, _clock, cancellationToken);
            return;
        }

        using var timer = new PeriodicTimer(watchdog.Every, _clock);
        do
        {
            try
            {
                await _registers.WriteRegistersAsync(watchdog.Unit, watchdog.Register, new[] { watchdog.Value }, cancellationToken);
            }
            catch (DeviceFaultException)
            {
                // The board drops its relays, as it should; the unit's silence is on record with the bus's state.
            }
        }
        while (await timer.WaitForNextTickAsync(cancellationToken));
    }

    private async Task AssertAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(AssertEvery, _clock);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            foreach (var output in _outputs.Values)
            {
                if (_link.Status.Connected)
                {
                    await TryAssertAsync(output, cancellationToken);
                }
            }
        }
    }

    private async Task ReportAsync(DeviceReporter reporter, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(HealthEvery, _clock);
        do
        {
            if (!_link.Status.Connected)
            {
                await TryConnectAsync(cancellationToken);
            }

            var (connected, fault, silent) = _link.Status;
            var units = string.Join(", ", silent);
            var (state, code, reason) = (connected, silent.Count) switch
            {
                (false, _) => (DeviceState.Offline, "bus-unreachable", new Wording($"总线打不开：{fault}", fault ?? "The bus is not open yet.")),
                (_, > 0) => (DeviceState.Degraded, "unit-silent", new Wording(
                    $"单元 {units} 没有应答：请检查供电、单元号和接线", $"Units {units} do not answer: {_settings.SilenceAdvice}")),
                _ => (DeviceState.Online, "ok", new Wording("正常", "In order")),
            };
            await reporter.HealthAsync(
                state, code, reason, new Dictionary<string, string>(StringComparer.Ordinal) { ["bus"] = _settings.Where }, cancellationToken);
        }
        while (await timer.WaitForNextTickAsync(cancellationToken));
    }

    private async Task TryConnectAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _link.ConnectAsync(cancellationToken);
        }
        catch (DeviceFaultException)
        {
            // The status says it.
        }
    }
}
