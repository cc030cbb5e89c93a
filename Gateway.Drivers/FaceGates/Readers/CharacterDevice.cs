using System.Runtime.InteropServices;
using Gateway.Drivers.Devices;
using Microsoft.Win32.SafeHandles;

namespace Gateway.Drivers.FaceGates.Readers;

/// <summary>
/// A character device opened for reading without waiting: an input device that is grabbed, or a serial line in raw mode (termios(3), input.h;
/// constants of Linux on x86-64 and arm64). One reader at a time.
/// </summary>
internal sealed partial class CharacterDevice : IDisposable
{
    private const string Library = "libc";
    private const int ReadOnly = 0;
    private const int NoControllingTerminal = 0x100;
    private const int NonBlocking = 0x800;
    private const int CloseOnExec = 0x80000;
    private const nuint Grab = 0x40044590; // EVIOCGRAB
    private const short Readable = 1;
    private const short GoneMask = 0x38; // POLLERR, POLLHUP, POLLNVAL
    private const int Now = 0; // TCSANOW
    private const int TermiosSize = 128; // glibc's struct has 60 bytes
    private const int ControlFlags = 8; // offset of c_cflag
    private const uint ReceiveWithoutModem = 0x880; // CREAD | CLOCAL
    private readonly SafeFileHandle _handle;
    private readonly string _path;

    private CharacterDevice(SafeFileHandle handle, string path) => (_handle, _path) = (handle, path);

    /// <summary>Opens an input device for this process alone: what it types goes nowhere else, not to a console and not to a log-in.</summary>
    /// <exception cref="DeviceFaultException">It is absent, not readable, no input device, or grabbed by another.</exception>
    public static CharacterDevice OpenInput(string path)
    {
        var device = Open(path);
        if (Control(device._handle, Grab, 1) != 0)
        {
            var error = Marshal.GetLastPInvokeErrorMessage();
            device.Dispose();
            throw new DeviceFaultException($"{path} cannot be grabbed: {error}. Fix: name an input device, such as /dev/input/by-id/...-event-kbd, that nothing else uses.");
        }

        return device;
    }

    /// <summary>Opens a serial line at a speed, eight bits, raw.</summary>
    /// <exception cref="DeviceFaultException">It is absent, not readable, no serial line, or does not know the speed.</exception>
    public static unsafe CharacterDevice OpenSerial(string path, int baud)
    {
        var device = Open(path);
        var settings = stackalloc byte[TermiosSize];
        if (GetAttributes(device._handle, settings) == 0)
        {
            MakeRaw(settings);
            *(uint*)(settings + ControlFlags) |= ReceiveWithoutModem;
            if (SetSpeed(settings, (uint)baud) == 0 && SetAttributes(device._handle, Now, settings) == 0)
            {
                return device;
            }
        }

        var error = Marshal.GetLastPInvokeErrorMessage();
        device.Dispose();
        throw new DeviceFaultException($"{path} cannot be set to {baud} baud: {error}. Fix: name a serial line, such as /dev/serial/by-id/..., and a speed that it knows.");
    }

    /// <summary>Opens anything that can be read, such as a pipe of recorded events.</summary>
    /// <exception cref="DeviceFaultException">It is absent or not readable.</exception>
    public static CharacterDevice Open(string path)
    {
        var handle = OpenFile(path, ReadOnly | NoControllingTerminal | NonBlocking | CloseOnExec);
        if (!handle.IsInvalid)
        {
            return new CharacterDevice(handle, path);
        }

        var error = Marshal.GetLastPInvokeErrorMessage();
        handle.Dispose();
        throw new DeviceFaultException($"{path} cannot be opened: {error}. Fix: plug the reader in, correct its path, or let the service's user read it (group input or dialout).");
    }

    /// <summary>Waits for bytes, at most so long.</summary>
    /// <returns>How many came; 0 for none in time.</returns>
    /// <exception cref="DeviceFaultException">The device is gone.</exception>
    public unsafe int Read(Span<byte> buffer, TimeSpan within)
    {
        var poll = new PollEntry { Descriptor = (int)_handle.DangerousGetHandle(), Events = Readable };
        var ready = Poll(&poll, 1, (int)within.TotalMilliseconds);
        if (ready <= 0)
        {
            // Nothing came, or a signal did.
            return 0;
        }

        if ((poll.Results & Readable) == 0)
        {
            throw new DeviceFaultException($"{_path}: the reader is gone{((poll.Results & GoneMask) != 0 ? "" : " or does not answer")}. Fix: check its cable and power.");
        }

        fixed (byte* bytes = buffer)
        {
            var read = ReadFile(_handle, bytes, (nuint)buffer.Length);
            const int TryAgain = 11;
            const int Interrupted = 4;
            return read > 0 ? (int)read
                : read < 0 && Marshal.GetLastPInvokeError() is TryAgain or Interrupted ? 0
                : throw new DeviceFaultException($"{_path}: the reader is gone. Fix: check its cable and power.");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _handle.Dispose();

    [LibraryImport(Library, EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial SafeFileHandle OpenFile(string path, int flags);

    [LibraryImport(Library, EntryPoint = "read", SetLastError = true)]
    private static unsafe partial nint ReadFile(SafeFileHandle handle, byte* buffer, nuint length);

    [LibraryImport(Library, EntryPoint = "poll", SetLastError = true)]
    private static unsafe partial int Poll(PollEntry* entries, nuint count, int milliseconds);

    [LibraryImport(Library, EntryPoint = "ioctl", SetLastError = true)]
    private static partial int Control(SafeFileHandle handle, nuint request, nint argument);

    [LibraryImport(Library, EntryPoint = "tcgetattr", SetLastError = true)]
    private static unsafe partial int GetAttributes(SafeFileHandle handle, byte* settings);

    [LibraryImport(Library, EntryPoint = "tcsetattr", SetLastError = true)]
    private static unsafe partial int SetAttributes(SafeFileHandle handle, int when, byte* settings);

    [LibraryImport(Library, EntryPoint = "cfmakeraw")]
    private static unsafe partial void MakeRaw(byte* settings);

    [LibraryImport(Library, EntryPoint = "cfsetspeed", SetLastError = true)]
    private static unsafe partial int SetSpeed(byte* settings, uint speed);

    [StructLayout(LayoutKind.Sequential)]
    private struct PollEntry
    {
        public int Descriptor;
        public short Events;
        public short Results;
    }
}
