using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Gateway.Drivers.Buses.Gpio.Kernel;

/// <summary>
/// The structures, flags and ioctl numbers of Linux's <c>linux/gpio.h</c>, version 2 of the interface (since 5.10). All fields have the same place
/// on 32-bit and 64-bit machines.
/// </summary>
internal static class GpioAbi
{
    public const ulong ActiveLow = 1 << 1;
    public const ulong Input = 1 << 2;
    public const ulong Output = 1 << 3;
    public const ulong EdgeRising = 1 << 4;
    public const ulong EdgeFalling = 1 << 5;
    public const ulong BiasPullUp = 1 << 8;
    public const ulong BiasPullDown = 1 << 9;
    public const ulong BiasDisabled = 1 << 10;
    public const ulong Used = 1 << 0;

    public const uint AttributeOutputValues = 2;
    public const uint AttributeDebounce = 3;
    public const uint EventRisingEdge = 1;

    private const uint Readable = 2U << 30;
    private const uint Both = 3U << 30;

    public static uint GetChipInfo => Code<ChipInfo>(Readable, 0x01);

    public static uint GetLineInfo => Code<LineInfo>(Both, 0x05);

    public static uint GetLine => Code<LineRequest>(Both, 0x07);

    public static uint GetValues => Code<LineValues>(Both, 0x0E);

    public static uint SetValues => Code<LineValues>(Both, 0x0F);

    /// <summary>The kernel's <c>_IOC</c>: direction, size, the type 0xB4 of GPIO, and the number of the call.</summary>
    private static uint Code<T>(uint direction, uint number)
        where T : unmanaged => direction | ((uint)Unsafe.SizeOf<T>() << 16) | (0xB4 << 8) | number;

    [InlineArray(32)]
    public struct Name
    {
        private byte _first;
    }

    [InlineArray(64)]
    public struct Offsets
    {
        private uint _first;
    }

    [InlineArray(10)]
    public struct ConfigAttributes
    {
        private ConfigAttribute _first;
    }

    [InlineArray(10)]
    public struct Attributes
    {
        private Attribute _first;
    }

    [InlineArray(5)]
    public struct Padding
    {
        private uint _first;
    }

    [StructLayout(LayoutKind.Sequential)]
    public struct ChipInfo
    {
        public Name Name;
        public Name Label;
        public uint Lines;
    }

    /// <summary>The union's 64 bits: flags, values, or the debounce period in microseconds in the lower half.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Attribute
    {
        public uint Id;
        public uint Reserved;
        public ulong Value;
    }

    [StructLayout(LayoutKind.Sequential)]
    public struct ConfigAttribute
    {
        public Attribute Attribute;
        public ulong Mask;
    }

    [StructLayout(LayoutKind.Sequential)]
    public struct LineConfig
    {
        public ulong Flags;
        public uint AttributeCount;
        public Padding Reserved;
        public ConfigAttributes Attributes;
    }

    [StructLayout(LayoutKind.Sequential)]
    public struct LineRequest
    {
        public Offsets Offsets;
        public Name Consumer;
        public LineConfig Config;
        public uint Lines;
        public uint EventBufferSize;
        public Padding Reserved;
        public int Descriptor;
    }

    [StructLayout(LayoutKind.Sequential)]
    public struct LineValues
    {
        public ulong Bits;
        public ulong Mask;
    }

    [StructLayout(LayoutKind.Sequential, Size = 256)]
    public struct LineInfo
    {
        public Name Name;
        public Name Consumer;
        public uint Offset;
        public uint AttributeCount;
        public ulong Flags;
        public Attributes Attributes;
    }

    [StructLayout(LayoutKind.Sequential, Size = 48)]
    public struct LineEvent
    {
        public ulong Nanoseconds;
        public uint Id;
        public uint Offset;
        public uint Sequence;
        public uint LineSequence;
    }

    /// <summary><c>struct pollfd</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Poll
    {
        public const short In = 1;
        public const short Problems = 8 | 16 | 32; // POLLERR, POLLHUP, POLLNVAL

        public int Descriptor;
        public short Events;
        public short Returned;
    }
}
