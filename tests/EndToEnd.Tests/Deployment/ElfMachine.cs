using System.Buffers.Binary;

namespace EndToEnd.Tests.Deployment;

/// <summary>Reads for which processor a native library was built: <c>e_machine</c> of the ELF header (System V ABI, 64-bit, little-endian).</summary>
internal static class ElfMachine
{
    public const int X64 = 62;
    public const int AArch64 = 183;
    private const int HeaderBytes = 20;
    private const int MachineOffset = 18;

    public static int Of(string file)
    {
        var header = new byte[HeaderBytes];
        using var stream = File.OpenRead(file);
        stream.ReadExactly(header);
        Assert.True(header.AsSpan().StartsWith("\u007fELF\u0002\u0001"u8), $"{file} is not a 64-bit little-endian ELF file.");
        return BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(MachineOffset));
    }
}
