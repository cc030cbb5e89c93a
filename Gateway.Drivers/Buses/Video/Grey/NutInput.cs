using System.Buffers.Binary;

namespace Gateway.Drivers.Buses.Video.Grey;

/// <summary>Takes a byte stream apart into what NUT is made of. Blocks its thread; allocates nothing after its making. Not thread-safe.</summary>
/// <param name="stream">Of an FFmpeg child.</param>
internal sealed class NutInput(Stream stream)
{
    private readonly byte[] _buffer = new byte[4096];
    private int _at;
    private int _end;

    /// <summary>Bytes taken so far.</summary>
    public long Position { get; private set; }

    /// <summary>The next byte; -1 at the end.</summary>
    public int Peek()
    {
        if (_at == _end)
        {
            (_at, _end) = (0, stream.Read(_buffer));
        }

        return _at == _end ? -1 : _buffer[_at];
    }

    /// <exception cref="EndOfStreamException">There is none.</exception>
    public byte Byte()
    {
        if (Peek() < 0)
        {
            throw new EndOfStreamException();
        }

        Position++;
        return _buffer[_at++];
    }

    /// <summary>A number of 7 bits a byte, the highest first.</summary>
    public long Number()
    {
        long value = 0;
        while (true)
        {
            var next = Byte();
            if (value >> 56 != 0)
            {
                throw new InvalidDataException("FFmpeg's output holds a number of more than 63 bits.");
            }

            value = (value << 7) | (uint)(next & 0x7f);
            if (next < 0x80)
            {
                return value;
            }
        }
    }

    /// <summary>The same where it must be an int.</summary>
    public int Small(int most = int.MaxValue) => Number() is var value && value <= most
        ? (int)value
        : throw new InvalidDataException($"FFmpeg's output holds {value} where {most} is the most.");

    /// <summary>A number with a sign, in its lowest bit.</summary>
    public long Signed() => Number() + 1 is var value && (value & 1) != 0 ? -(value >> 1) : value >> 1;

    public ulong StartCode()
    {
        Span<byte> code = stackalloc byte[8];
        Fill(code);
        return BinaryPrimitives.ReadUInt64BigEndian(code);
    }

    /// <exception cref="EndOfStreamException">The stream ends before.</exception>
    public void Fill(Span<byte> target)
    {
        var ready = Math.Min(target.Length, _end - _at);
        _buffer.AsSpan(_at, ready).CopyTo(target);
        _at += ready;
        Position += ready;
        while (ready < target.Length)
        {
            var read = stream.Read(target[ready..]);
            if (read == 0)
            {
                throw new EndOfStreamException();
            }

            ready += read;
            Position += read;
        }
    }

    public void Skip(long count)
    {
        for (; count > 0; count--)
        {
            Byte();
        }
    }
}
