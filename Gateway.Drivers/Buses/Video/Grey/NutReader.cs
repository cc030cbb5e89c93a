namespace Gateway.Drivers.Buses.Video.Grey;

/// <summary>
/// Reads grey frames and their times from an FFmpeg child that was told <see cref="LumaOutput"/>. Blocks its thread; allocates nothing per
/// frame. Not thread-safe. What is no such stream ends in an <see cref="InvalidDataException"/>, one cut off in its middle in an <see cref="EndOfStreamException"/>.
/// </summary>
internal sealed class NutReader(Stream stream)
{
    private const ulong MainCode = 0x4e4d7a561f5f04ad;
    private const ulong StreamCode = 0x4e5311405bf2f9db;
    private const ulong SyncCode = 0x4e4be4adeeca4569;

    /// <summary>No header that FFmpeg writes comes near it.</summary>
    private const int MostHeader = 1 << 20;

    /// <summary>From this size on a packet's head has a checksum, and a frame has no prefix.</summary>
    private const int Large = 4096;

    private static readonly byte[] Greeting = [.. "nut/multimedia container\0"u8];

    private readonly NutInput _input = new(stream);
    private readonly NutFrameCode[] _codes = new NutFrameCode[256];
    private readonly List<byte[]> _prefixes = [];
    private (long Num, long Den) _base;
    private int _timeBits;
    private long _last;
    private long _frameBegan; // where in the stream

    /// <summary>Pixels in a row; after <see cref="Open"/>.</summary>
    public int Width { get; private set; }

    /// <summary>Rows; after <see cref="Open"/>.</summary>
    public int Height { get; private set; }

    /// <summary>Bytes of a last, unfinished frame; after an <see cref="EndOfStreamException"/>.</summary>
    public int PartialBytes => (int)Math.Min(int.MaxValue, _input.Position - _frameBegan);

    /// <summary>Reads up to the first frame; false where the stream is empty.</summary>
    public bool Open()
    {
        if (_input.Peek() < 0)
        {
            return false;
        }

        Span<byte> greeting = stackalloc byte[Greeting.Length];
        _input.Fill(greeting);
        if (!greeting.SequenceEqual(Greeting))
        {
            throw new InvalidDataException("FFmpeg's output is not NUT.");
        }

        return SkipToFrame();
    }

    /// <summary>Reads the next frame into <paramref name="picture"/>; false at the end.</summary>
    /// <param name="picture">Width x height bytes.</param>
    /// <param name="time">Since the first frame; later than the frame before.</param>
    public bool Next(Span<byte> picture, out TimeSpan time)
    {
        time = default;
        _frameBegan = _input.Position;
        if (!SkipToFrame())
        {
            return false;
        }

        _frameBegan = _input.Position;
        var (size, prefix) = Head();
        if (size != picture.Length)
        {
            throw new InvalidDataException($"FFmpeg sent a frame of {size} bytes where {Width} x {Height} pixels were announced.");
        }

        prefix.CopyTo(picture);
        _input.Fill(picture[prefix.Length..]);
        time = new TimeSpan((long)((Int128)_last * _base.Num * TimeSpan.TicksPerSecond / _base.Den));
        return true;
    }

    private bool SkipToFrame()
    {
        while (_input.Peek() == 'N')
        {
            Packet();
        }

        if (_input.Peek() >= 0 && (_base.Den == 0 || Height == 0))
        {
            throw new InvalidDataException("FFmpeg's output begins without its headers.");
        }

        return _input.Peek() >= 0;
    }

    private void Packet()
    {
        var code = _input.StartCode();
        var size = _input.Small(MostHeader);
        if (size > Large)
        {
            _input.Skip(sizeof(uint));
        }

        var end = _input.Position + size;
        switch (code)
        {
            case MainCode:
                Main();
                break;
            case StreamCode:
                Stream();
                break;
            case SyncCode:
                _last = _input.Number(); // of the one stream in the one time base
                break;
        }

        if (_input.Position > end)
        {
            throw new InvalidDataException("FFmpeg's output has a header that is longer than it says.");
        }

        _input.Skip(end - _input.Position);
    }

    private void Main()
    {
        if (_input.Number() > 3)
        {
            _input.Number();
        }

        var (streams, _, bases) = (_input.Number(), _input.Number(), _input.Number());
        _base = (_input.Number(), _input.Number());
        if (streams != 1 || bases != 1 || _base.Num <= 0 || _base.Den <= 0)
        {
            throw new InvalidDataException($"FFmpeg's output has {streams} streams and {bases} time bases where one of each was asked for.");
        }

        NutFrameCode.ReadTable(_input, _codes);
        _prefixes.Clear();
        _prefixes.Add([]);
        for (var left = _input.Small(127); left > 0; left--)
        {
            var prefix = new byte[_input.Small(255)];
            _input.Fill(prefix);
            _prefixes.Add(prefix);
        }
    }

    private void Stream()
    {
        _input.Skip(2); // number and class: one stream of video
        _input.Skip(_input.Small(MostHeader)); // fourcc
        _ = _input.Number(); // which time base
        _timeBits = _input.Small(16);
        _ = (_input.Number(), _input.Number(), _input.Number()); // longest step, delay, flags
        _input.Skip(_input.Small(MostHeader)); // decoder's parameters
        (Width, Height) = (_input.Small(16_384), _input.Small(16_384));
    }

    private (int Size, byte[] Prefix) Head()
    {
        var code = _codes[_input.Byte()];
        var flags = code.Flags;
        flags ^= Has(NutFlags.Flags) ? (NutFlags)_input.Small(0xffff) : NutFlags.None;
        if (Has(NutFlags.Invalid) || Has(NutFlags.SideData))
        {
            throw new InvalidDataException("FFmpeg's output has a frame of a form that was not asked for.");
        }

        _ = Has(NutFlags.Stream) ? _input.Number() : 0;
        _last = Has(NutFlags.Time) ? Time(_input.Number()) : _last + code.TimeStep;
        var size = code.SizeRest + (Has(NutFlags.Size) ? (long)code.SizeFactor * _input.Small() : 0);
        _ = Has(NutFlags.Match) ? _input.Signed() : 0;
        var prefix = Has(NutFlags.Prefix) ? _input.Small() : code.Prefix;
        for (var left = Has(NutFlags.Reserved) ? _input.Small(64) : code.Reserved; left > 0; left--)
        {
            _input.Number();
        }

        _input.Skip(Has(NutFlags.Checksum) ? sizeof(uint) : 0);
        return size <= Large && prefix < _prefixes.Count ? ((int)size, _prefixes[prefix]) : ((int)Math.Min(size, int.MaxValue), []);

        bool Has(NutFlags flag) => (flags & flag) != NutFlags.None;
    }

    /// <summary>A small number is the lower bits of a time near the last one; a large one is a time.</summary>
    private long Time(long coded)
    {
        var range = 1L << _timeBits;
        if (coded >= range)
        {
            return coded - range;
        }

        var least = _last - ((range - 1) / 2);
        return ((coded - least) & (range - 1)) + least;
    }
}
