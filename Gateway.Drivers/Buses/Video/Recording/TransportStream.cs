using System.Buffers;
using System.Buffers.Binary;

namespace Gateway.Drivers.Buses.Video.Recording;

/// <summary>
/// What an MPEG transport stream file (ISO/IEC 13818-1) really holds: its codec and the span of its pictures. Tolerates a file that breaks
/// off anywhere. Times are in units of 1/90,000 s and wrap at 33 bits.
/// </summary>
/// <param name="Codec">The video's codec.</param>
/// <param name="First">Time of the first picture.</param>
/// <param name="Length">From the first picture to the end of the last, 1/90,000 s.</param>
/// <param name="Pictures">How many.</param>
internal sealed record TransportStream(VideoCodec Codec, long First, long Length, int Pictures)
{
    public const long Wrap = 1L << 33;
    public const int TicksPerSecond = 90_000;
    private const int PacketBytes = 188;

    /// <summary>A segment is a few MB; what is larger by far is not one of ours.</summary>
    private const long MaxBytes = 1L << 30;

    public TimeSpan Duration => TimeSpan.FromSeconds((double)Length / TicksPerSecond);

    /// <summary>Null where the file holds no picture.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static TransportStream? Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        if (file.Length > MaxBytes)
        {
            return null;
        }

        var scan = new Scan();
        var buffer = ArrayPool<byte>.Shared.Rent(PacketBytes * 512);
        try
        {
            int read;
            while ((read = file.ReadAtLeast(buffer.AsSpan(0, PacketBytes * 512), PacketBytes * 512, throwOnEndOfStream: false)) >= PacketBytes)
            {
                for (var at = 0; at + PacketBytes <= read; at += PacketBytes)
                {
                    scan.Take(buffer.AsSpan(at, PacketBytes));
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }

        return scan.Result;
    }

    private sealed class Scan
    {
        private int _tables = -1; // PID of the program map
        private int _video = -1; // PID of the pictures
        private VideoCodec _codec;
        private long _first;
        private long _last;
        private int _pictures;

        public TransportStream? Result => _pictures == 0
            ? null
            : new TransportStream(_codec, _first, _last + (_pictures > 1 ? _last / (_pictures - 1) : 0), _pictures);

        public void Take(ReadOnlySpan<byte> packet)
        {
            var starts = (packet[1] & 0x40) != 0;
            var payload = 4 + ((packet[3] & 0x20) != 0 ? 1 + packet[4] : 0);
            if (packet[0] != 0x47 || !starts || (packet[3] & 0x10) == 0 || payload >= PacketBytes)
            {
                return;
            }

            var pid = BinaryPrimitives.ReadUInt16BigEndian(packet[1..]) & 0x1FFF;
            var body = packet[payload..];
            if (pid == 0)
            {
                TakePrograms(Table(body));
            }
            else if (pid == _tables && _video < 0)
            {
                TakeStreams(Table(body));
            }
            else if (pid == _video)
            {
                TakePicture(body);
            }
        }

        /// <summary>A table after its pointer field, from the byte behind the section's header to its checksum; empty when it is cut off.</summary>
        private static ReadOnlySpan<byte> Table(ReadOnlySpan<byte> body)
        {
            var start = 1 + body[0];
            if (start + 8 > body.Length)
            {
                return [];
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(body[(start + 1)..]) & 0xFFF;
            var end = start + 3 + length - 4;
            return end > body.Length || end < start + 8 ? [] : body[(start + 8)..end];
        }

        private void TakePrograms(ReadOnlySpan<byte> table)
        {
            if (table.Length >= 4)
            {
                _tables = BinaryPrimitives.ReadUInt16BigEndian(table[2..]) & 0x1FFF;
            }
        }

        private void TakeStreams(ReadOnlySpan<byte> table)
        {
            if (table.Length < 4)
            {
                return;
            }

            var at = 4 + (BinaryPrimitives.ReadUInt16BigEndian(table[2..]) & 0xFFF);
            while (at + 5 <= table.Length)
            {
                VideoCodec? codec = table[at] switch { 0x1B => VideoCodec.H264, 0x24 => VideoCodec.H265, _ => null };
                if (codec is { } known)
                {
                    (_codec, _video) = (known, BinaryPrimitives.ReadUInt16BigEndian(table[(at + 1)..]) & 0x1FFF);
                    return;
                }

                at += 5 + (BinaryPrimitives.ReadUInt16BigEndian(table[(at + 3)..]) & 0xFFF);
            }
        }

        private void TakePicture(ReadOnlySpan<byte> body)
        {
            if (body.Length < 14 || body is not [0, 0, 1, ..] || (body[7] & 0x80) == 0)
            {
                return;
            }

            var time = ((long)(body[9] & 0x0E) << 29) | ((long)body[10] << 22) | ((long)(body[11] & 0xFE) << 14) | ((long)body[12] << 7) | ((long)body[13] >> 1);
            if (_pictures++ == 0)
            {
                _first = time;
            }

            // Pictures may be out of order by a few, and the 33 bits may wrap: the signed difference knows both.
            var since = (((time - _first + (Wrap / 2)) % Wrap + Wrap) % Wrap) - (Wrap / 2);
            _last = Math.Max(_last, since);
        }
    }
}
