namespace Gateway.Drivers.Buses.Video.Grey;

/// <summary>What one value of a frame's first byte stands for (NUT specification, "frame code table").</summary>
internal readonly record struct NutFrameCode(NutFlags Flags, long TimeStep, int SizeFactor, int SizeRest, int Reserved, int Prefix)
{
    private const int Codes = 256;

    /// <summary>'N' begins a packet that is no frame.</summary>
    private const int PacketStart = 'N';

    /// <summary>Reads the table of a main header.</summary>
    public static void ReadTable(NutInput input, NutFrameCode[] table)
    {
        var (step, factor) = (0L, 1);
        for (var code = 0; code < Codes;)
        {
            var flags = (NutFlags)input.Small(0xffff);
            var fields = input.Small(64);
            step = fields > 0 ? input.Signed() : step;
            factor = fields > 1 ? input.Small() : factor;
            _ = fields > 2 ? input.Small() : 0; // which stream: there is one
            var size = fields > 3 ? input.Small() : 0;
            var reserved = fields > 4 ? input.Small() : 0;
            var count = fields > 5 ? input.Small(Codes) : factor - size;
            _ = fields > 6 ? input.Signed() : 0;
            var prefix = fields > 7 ? input.Small() : 0;
            for (var more = 8; more < fields; more++)
            {
                input.Number();
            }

            if (count <= 0)
            {
                throw new InvalidDataException("FFmpeg's output has a frame code table without end.");
            }

            for (var i = 0; i < count && code < Codes; code++)
            {
                table[code] = code == PacketStart
                    ? new NutFrameCode(NutFlags.Invalid, 0, 0, 0, 0, 0)
                    : new NutFrameCode(flags, step, factor, size + i++, reserved, prefix);
            }
        }
    }
}
