using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Buses.Modbus;

/// <summary>One transaction that waits for the bus. Run by the bus's thread, awaited by whoever asked.</summary>
internal abstract class ModbusRequest(ModbusCall call)
{
    public ModbusCall Call { get; } = call;

    /// <summary>Tries so far; only the bus's thread counts.</summary>
    public int Tries { get; set; }

    /// <summary>Whether nobody waits any more.</summary>
    public abstract bool IsOver { get; }

    /// <exception cref="ModbusException">It did not succeed.</exception>
    public abstract void Run(LibModbus modbus);

    public abstract void Fail(DeviceFaultException fault);
}

/// <summary>A transaction with a result.</summary>
internal sealed class ModbusRequest<T>(ModbusCall call, Func<LibModbus, T> work) : ModbusRequest(call)
{
    private readonly TaskCompletionSource<T> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override bool IsOver => _result.Task.IsCompleted;

    public override void Run(LibModbus modbus) => _result.TrySetResult(work(modbus));

    public override void Fail(DeviceFaultException fault) => _result.TrySetException(fault);

    /// <summary>The result; a request that is given up before its turn does not reach the wire.</summary>
    public async Task<T> ResultAsync(CancellationToken cancellationToken)
    {
        await using var _ = cancellationToken.Register(() => _result.TrySetCanceled(cancellationToken));
        return await _result.Task;
    }
}
