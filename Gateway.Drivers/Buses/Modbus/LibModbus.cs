using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Gateway.Drivers.Buses.Modbus;

/// <summary>
/// One connection of libmodbus 3.1 (Debian package libmodbus5). Every call blocks up to the response time-out, and one thread at a time may
/// use it.
/// </summary>
internal sealed partial class LibModbus : SafeHandleZeroOrMinusOneIsInvalid
{
    private const string Library = "libmodbus.so.5";
    private const int DataBits = 8;

    public LibModbus()
        : base(ownsHandle: true)
    {
    }

    /// <summary>A connection to a host's port; not yet connected.</summary>
    /// <exception cref="ModbusException">The library is absent or refuses the settings.</exception>
    public static LibModbus Tcp(string host, int port, TimeSpan timeout) =>
        Made(() => NewTcp(host, port.ToString(System.Globalization.CultureInfo.InvariantCulture)), timeout);

    /// <summary>A connection over a serial line; not yet open.</summary>
    /// <exception cref="ModbusException">The library is absent or refuses the settings.</exception>
    public static LibModbus Rtu(string device, int baud, char parity, int stopBits, TimeSpan timeout) =>
        Made(() => NewRtu(device, baud, (byte)parity, DataBits, stopBits), timeout);

    /// <exception cref="ModbusException">Nobody there, or the device cannot be opened.</exception>
    public void Connect() => Check(Connect(this));

    /// <summary>Closes the connection; it can be connected again.</summary>
    public void Disconnect() => Close(this);

    /// <summary>Throws away what has come in and nobody asked for.</summary>
    public void Discard() => _ = Flush(this);

    /// <summary>Reads coils or discrete inputs, one byte each.</summary>
    /// <exception cref="ModbusException">No answer, an exception answer, or garbage.</exception>
    public unsafe void ReadBits(int unit, bool inputs, int address, Span<byte> bits)
    {
        Check(SetSlave(this, unit));
        fixed (byte* target = bits)
        {
            var read = inputs ? ReadInputBits(this, address, bits.Length, target) : ReadBits(this, address, bits.Length, target);
            Check(read, bits.Length);
        }
    }

    /// <summary>Reads holding or input registers.</summary>
    /// <exception cref="ModbusException">No answer, an exception answer, or garbage.</exception>
    public unsafe void ReadRegisters(int unit, bool inputs, int address, Span<ushort> registers)
    {
        Check(SetSlave(this, unit));
        fixed (ushort* target = registers)
        {
            var read = inputs
                ? ReadInputRegisters(this, address, registers.Length, target)
                : ReadRegisters(this, address, registers.Length, target);
            Check(read, registers.Length);
        }
    }

    /// <summary>Writes coils; a single one with the function for single coils, which every board knows.</summary>
    /// <exception cref="ModbusException">No answer, an exception answer, or garbage.</exception>
    public unsafe void WriteBits(int unit, int address, ReadOnlySpan<byte> bits)
    {
        Check(SetSlave(this, unit));
        fixed (byte* source = bits)
        {
            Check(bits.Length == 1 ? WriteBit(this, address, bits[0]) : WriteBits(this, address, bits.Length, source), bits.Length);
        }
    }

    /// <summary>Writes holding registers; a single one with the function for single registers.</summary>
    /// <exception cref="ModbusException">No answer, an exception answer, or garbage.</exception>
    public unsafe void WriteRegisters(int unit, int address, ReadOnlySpan<ushort> registers)
    {
        Check(SetSlave(this, unit));
        fixed (ushort* source = registers)
        {
            var written = registers.Length == 1
                ? WriteRegister(this, address, registers[0])
                : WriteRegisters(this, address, registers.Length, source);
            Check(written, registers.Length);
        }
    }

    protected override bool ReleaseHandle()
    {
        Close(handle);
        Free(handle);
        return true;
    }

    private static LibModbus Made(Func<LibModbus> make, TimeSpan timeout)
    {
        LibModbus made;
        try
        {
            made = make();
        }
        catch (DllNotFoundException error)
        {
            throw new ModbusException(0, $"{Library} is missing: install the Debian package libmodbus5. ({error.Message})");
        }

        if (made.IsInvalid)
        {
            throw Failure();
        }

        // Without a time-out between bytes, the response time-out bounds the whole answer: a peer that trickles cannot hold the bus.
        Check(SetByteTimeout(made, 0, 0));
        Check(SetResponseTimeout(made, (uint)timeout.TotalSeconds, (uint)((timeout.Ticks % TimeSpan.TicksPerSecond) / TimeSpan.TicksPerMicrosecond)));
        return made;
    }

    private static ModbusException Failure()
    {
        var error = Marshal.GetLastPInvokeError();
        return new ModbusException(error, Marshal.PtrToStringUTF8(StrError(error)) ?? "no reason given");
    }

    private static void Check(int result, int expected = 0)
    {
        if (result < 0)
        {
            throw Failure();
        }

        if (expected > 0 && result != expected)
        {
            throw new ModbusException(ModbusException.BadData, $"{result} values came where {expected} were asked for");
        }
    }

    [LibraryImport(Library, EntryPoint = "modbus_new_tcp_pi", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial LibModbus NewTcp(string node, string service);

    [LibraryImport(Library, EntryPoint = "modbus_new_rtu", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial LibModbus NewRtu(string device, int baud, byte parity, int dataBits, int stopBits);

    [LibraryImport(Library, EntryPoint = "modbus_free")]
    private static partial void Free(IntPtr context);

    [LibraryImport(Library, EntryPoint = "modbus_connect", SetLastError = true)]
    private static partial int Connect(LibModbus context);

    [LibraryImport(Library, EntryPoint = "modbus_close")]
    private static partial void Close(LibModbus context);

    [LibraryImport(Library, EntryPoint = "modbus_close")]
    private static partial void Close(IntPtr context);

    [LibraryImport(Library, EntryPoint = "modbus_flush")]
    private static partial int Flush(LibModbus context);

    [LibraryImport(Library, EntryPoint = "modbus_set_slave", SetLastError = true)]
    private static partial int SetSlave(LibModbus context, int unit);

    [LibraryImport(Library, EntryPoint = "modbus_set_response_timeout", SetLastError = true)]
    private static partial int SetResponseTimeout(LibModbus context, uint seconds, uint microseconds);

    [LibraryImport(Library, EntryPoint = "modbus_set_byte_timeout", SetLastError = true)]
    private static partial int SetByteTimeout(LibModbus context, uint seconds, uint microseconds);

    [LibraryImport(Library, EntryPoint = "modbus_strerror")]
    private static partial IntPtr StrError(int error);

    [LibraryImport(Library, EntryPoint = "modbus_read_bits", SetLastError = true)]
    private static unsafe partial int ReadBits(LibModbus context, int address, int count, byte* target);

    [LibraryImport(Library, EntryPoint = "modbus_read_input_bits", SetLastError = true)]
    private static unsafe partial int ReadInputBits(LibModbus context, int address, int count, byte* target);

    [LibraryImport(Library, EntryPoint = "modbus_read_registers", SetLastError = true)]
    private static unsafe partial int ReadRegisters(LibModbus context, int address, int count, ushort* target);

    [LibraryImport(Library, EntryPoint = "modbus_read_input_registers", SetLastError = true)]
    private static unsafe partial int ReadInputRegisters(LibModbus context, int address, int count, ushort* target);

    [LibraryImport(Library, EntryPoint = "modbus_write_bit", SetLastError = true)]
    private static partial int WriteBit(LibModbus context, int address, int status);

    [LibraryImport(Library, EntryPoint = "modbus_write_bits", SetLastError = true)]
    private static unsafe partial int WriteBits(LibModbus context, int address, int count, byte* source);

    [LibraryImport(Library, EntryPoint = "modbus_write_register", SetLastError = true)]
    private static partial int WriteRegister(LibModbus context, int address, ushort value);

    [LibraryImport(Library, EntryPoint = "modbus_write_registers", SetLastError = true)]
    private static unsafe partial int WriteRegisters(LibModbus context, int address, int count, ushort* source);
}
