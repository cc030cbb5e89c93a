using System.Buffers.Binary;
using EdgeGateway.Testing;
using Gateway.Drivers.FaceGates.Readers;

namespace Gateway.Drivers.Tests.FaceGates.Readers;

public sealed class EvdevDecoderTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly EvdevDecoder _decoder;

    public EvdevDecoderTests() => _decoder = new EvdevDecoder(_clock);

    [Fact]
    public void Card_number_typed_by_a_reader_is_read() => Assert.Equal(["0012345678"], _decoder.Decode(KeyStrokes.Typed("0012345678\n")));

    [Fact]
    public void Shifted_characters_of_a_code_are_read() =>
        Assert.Equal(["PASS:aZ_9/+=?~|\"<>"], _decoder.Decode(KeyStrokes.Typed("PASS:aZ_9/+=?~|\"<>\n")));

    [Fact]
    public void Every_printable_character_but_none_else_is_read()
    {
        var all = string.Concat(Enumerable.Range('!', '~' - '!' + 1).Select(code => (char)code));
        Assert.Equal([all], _decoder.Decode(KeyStrokes.Typed(all + "\n")));
    }

    [Fact]
    public void Keypad_digits_and_enter_are_read()
    {
        int[] keys = [79, 80, 81, 75, 76, 77, 71, 72, 73, 82, 96];
        Assert.Equal(["1234567890"], _decoder.Decode(keys.SelectMany(key => KeyStrokes.Key(key)).ToArray()));
    }

    [Fact]
    public void Keypad_ends_with_the_hash_begins_anew_with_the_star_and_waits_for_slow_fingers()
    {
        var keypad = new EvdevDecoder(_clock, typed: true);
        Assert.Equal(["123456"], keypad.Decode(KeyStrokes.Typed("123456#")));
        Assert.Empty(keypad.Decode(KeyStrokes.Typed("\n")));
        Assert.Equal(["654321"], keypad.Decode(KeyStrokes.Typed("12*654321\n")));
        Assert.Empty(keypad.Decode(KeyStrokes.Typed("123")));
        _clock.Advance(TimeSpan.FromSeconds(9));
        Assert.Equal(["123456"], keypad.Decode(KeyStrokes.Typed("456#")));
        Assert.Empty(keypad.Decode(KeyStrokes.Typed("123")));
        _clock.Advance(TimeSpan.FromSeconds(11));
        Assert.Equal(["4567"], keypad.Decode(KeyStrokes.Typed("4567#")));
        Assert.Equal(["12#45"], _decoder.Decode(KeyStrokes.Typed("12#45\n")));
    }

    [Theory]
    [InlineData(CredentialKind.Card, "***678")]
    [InlineData(CredentialKind.Qr, "***678")]
    [InlineData(CredentialKind.Pin, "***")]
    [InlineData(CredentialKind.CardOrPin, "***")]
    public void Nothing_of_what_may_be_a_pin_is_shown(CredentialKind kind, string masked) =>
        Assert.Equal(masked, new CredentialRead(new("gate"), _clock.GetUtcNow(), kind, "12345678").Masked);

    [Fact]
    public void Any_chopping_of_the_events_reads_the_same()
    {
        var random = new Random(5);
        var whole = KeyStrokes.Typed("AbC-123\nSecond.2\n");
        for (var run = 0; run < 50; run++)
        {
            List<string> read = [];
            for (var at = 0; at < whole.Length;)
            {
                var next = Math.Min(whole.Length, at + random.Next(1, 60));
                read.AddRange(_decoder.Decode(whole.AsMemory(at..next)));
                at = next;
            }

            Assert.Equal(["AbC-123", "Second.2"], read);
        }
    }

    [Fact]
    public void Repeats_of_a_key_that_is_held_are_not_typed()
    {
        byte[] held = [.. KeyStrokes.Event(1, 2, 1), .. KeyStrokes.Event(1, 2, 2), .. KeyStrokes.Event(1, 2, 2), .. KeyStrokes.Event(1, 2, 0), .. KeyStrokes.Typed("234\n")];
        Assert.Equal(["1234"], _decoder.Decode(held));
    }

    [Fact]
    public void Credential_of_which_the_kernel_lost_events_is_dropped_and_the_next_is_read()
    {
        byte[] lossy = [.. KeyStrokes.Typed("1234"), .. KeyStrokes.Event(0, 3, 0), .. KeyStrokes.Typed("78\n"), .. KeyStrokes.Typed("next1\n")];
        Assert.Equal(["next1"], _decoder.Decode(lossy));
    }

    [Fact]
    public void Half_a_credential_does_not_become_part_of_the_next()
    {
        Assert.Empty(_decoder.Decode(KeyStrokes.Typed("1234")));
        _clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(["5678"], _decoder.Decode(KeyStrokes.Typed("5678\n")));
    }

    [Fact]
    public void Too_short_and_too_long_are_dropped()
    {
        Assert.Empty(_decoder.Decode(KeyStrokes.Typed("123\n\n\n")));
        Assert.Empty(_decoder.Decode(KeyStrokes.Typed(new string('7', CredentialLine.Longest + 1) + "\n")));
        Assert.Equal([new string('7', CredentialLine.Longest)], _decoder.Decode(KeyStrokes.Typed(new string('7', CredentialLine.Longest) + "\n")));
    }

    [Fact]
    public void Random_events_never_throw()
    {
        var random = new Random(9);
        var noise = new byte[24 * 5000];
        random.NextBytes(noise);
        for (var at = 0; at < noise.Length; at += 24)
        {
            // Mostly keys, so that the noise gets further than the type.
            BinaryPrimitives.WriteUInt16LittleEndian(noise.AsSpan(at + 16), (ushort)random.Next(0, 3));
        }

        Assert.All(_decoder.Decode(noise), text => Assert.True(text.Length is >= 4 and <= CredentialLine.Longest));
    }
}
