namespace Gateway.Drivers.FaceGates.Readers;

/// <summary>
/// Collects the characters of one credential until its end. What is not printable ASCII is left out; what is too short, too long or stopped
/// half-way is dropped. Not thread-safe.
/// </summary>
/// <param name="clock">Tells a pause from the next character.</param>
/// <param name="typed">True for a keypad: fingers are slower than readers, <c>#</c> ends as enter does, and <c>*</c> begins anew.</param>
internal sealed class CredentialLine(TimeProvider clock, bool typed = false)
{
    /// <summary>Longest credential: a signed pass in a QR code.</summary>
    public const int Longest = 512;

    private const int Shortest = 4;

    /// <summary>Readers send a credential within milliseconds; a rest that is older belongs to nothing.</summary>
    private static readonly TimeSpan Gap = TimeSpan.FromSeconds(2);

    /// <summary>The same of somebody who looks for the next digit.</summary>
    private static readonly TimeSpan TypedGap = TimeSpan.FromSeconds(10);

    private readonly char[] _text = new char[Longest];
    private int _length;
    private bool _broken;
    private long _at;

    /// <summary>Adds a character; returns the credential that it ends, if it ends one.</summary>
    public string? Add(char character)
    {
        var now = clock.GetTimestamp();
        if (clock.GetElapsedTime(_at, now) > (typed ? TypedGap : Gap))
        {
            Clear();
        }

        _at = now;
        if (character is '\r' or '\n' or '\u0003' || (typed && character == '#'))
        {
            return End();
        }

        if (typed && character == '*')
        {
            Clear();
            return null;
        }

        if (character is < ' ' or > '~')
        {
            return null;
        }

        if (_length == Longest)
        {
            _broken = true;
            return null;
        }

        _text[_length++] = character;
        return null;
    }

    /// <summary>Part of the credential was lost: nothing is taken until its end.</summary>
    public void Break() => _broken = true;

    private string? End()
    {
        var text = _broken ? "" : new string(_text, 0, _length).Trim();
        Clear();
        return text.Length >= Shortest ? text : null;
    }

    private void Clear()
    {
        // What opens doors does not stay in memory.
        Array.Clear(_text);
        (_length, _broken) = (0, false);
    }
}
