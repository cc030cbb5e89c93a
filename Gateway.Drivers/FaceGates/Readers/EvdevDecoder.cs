using System.Buffers.Binary;

namespace Gateway.Drivers.FaceGates.Readers;

/// <summary>
/// Turns the kernel's <c>struct input_event</c> of a 64-bit machine (24 bytes: time, type, code, value) into credentials. Not thread-safe.
/// </summary>
internal sealed class EvdevDecoder(TimeProvider clock, bool typed = false) : ICredentialDecoder
{
    /// <summary>Bytes of one event.</summary>
    public const int EventSize = 24;

    private const int Synchronise = 0;
    private const int Dropped = 3;
    private const int Key = 1;
    private readonly CredentialLine _line = new(clock, typed);
    private readonly byte[] _rest = new byte[EventSize];
    private int _restLength;
    private bool _leftShift;
    private bool _rightShift;

    /// <inheritdoc/>
    public IEnumerable<string> Decode(ReadOnlyMemory<byte> bytes)
    {
        for (var i = 0; i < bytes.Length; i++)
        {
            _rest[_restLength++] = bytes.Span[i];
            if (_restLength < EventSize)
            {
                continue;
            }

            _restLength = 0;
            if (Take(_rest) is { } credential)
            {
                yield return credential;
            }
        }
    }

    private string? Take(ReadOnlySpan<byte> one)
    {
        var (type, code, value) = (
            BinaryPrimitives.ReadUInt16LittleEndian(one[16..]), BinaryPrimitives.ReadUInt16LittleEndian(one[18..]), BinaryPrimitives.ReadInt32LittleEndian(one[20..]));
        if (type == Synchronise && code == Dropped)
        {
            _line.Break();
            return null;
        }

        if (type != Key)
        {
            return null;
        }

        switch (code)
        {
            case KeyMap.LeftShift:
                _leftShift = value != 0;
                return null;
            case KeyMap.RightShift:
                _rightShift = value != 0;
                return null;
            default:
                // Pressed counts; repeated and let go do not.
                return value == 1 && KeyMap.CharacterOf(code, _leftShift || _rightShift) is { } character ? _line.Add(character) : null;
        }
    }
}
