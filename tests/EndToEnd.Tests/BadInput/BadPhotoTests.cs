using System.Buffers.Binary;
using EdgeGateway.Testing;

namespace EndToEnd.Tests.BadInput;

/// <summary>Photos that cannot be enrolled from, handed to the command line as its users would.</summary>
public sealed class BadPhotoTests : IDisposable
{
    private static readonly string Faces = Path.Combine(TestData.RepositoryRoot, "node_modules/@vladmandic/human/assets/screenshot-facematch.jpg");
    private readonly CompoundFolder _compound = new();

    [Theory(Timeout = 120_000)]
    [InlineData("text", "not a JPEG")]
    [InlineData("empty", "empty or larger")]
    [InlineData("bomb", "60,000 x 60,000")]
    [InlineData("truncated", "damaged or incomplete")]
    [InlineData("several", "more than one face")]
    public async Task Unusable_photo_is_refused_in_words_and_nobody_is_enrolled(string kind, string words)
    {
        var stop = TestContext.Current.CancellationToken;
        var photo = _compound.Path($"{kind}.jpg");
        await File.WriteAllBytesAsync(photo, PhotoOf(kind), stop);

        var (exit, output) = await CompoundFolder.RunAsync(
            stop, "residents", "enrol", "--data", _compound.Data, "--name", "张三", "--unit", "3-1202", "--consent-by", "张三", "--consent-text", "v1", "--photo", photo);

        Assert.Equal(1, exit);
        Assert.Contains(words, output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
        var (listed, residents) = await CompoundFolder.RunAsync(stop, "residents", "list", "--data", _compound.Data, "--json");
        Assert.Equal(0, listed);
        Assert.DoesNotContain("3-1202", residents, StringComparison.Ordinal);
    }

    public void Dispose() => _compound.Dispose();

    private static byte[] PhotoOf(string kind) => kind switch
    {
        "text" => "not a picture"u8.ToArray(),
        "empty" => [],
        "bomb" => Bomb(),
        "truncated" => File.ReadAllBytes(Faces)[..50_000],
        _ => File.ReadAllBytes(Faces),
    };

    /// <summary>A baseline JPEG of a few hundred bytes whose header declares 60,000 x 60,000 pixels.</summary>
    private static byte[] Bomb()
    {
        byte[] table = [0xFF, 0xDB, 0, 0x43, 0, .. Enumerable.Repeat((byte)1, 64)];
        byte[] frame = [0xFF, 0xC0, 0, 0x11, 8, 0, 0, 0, 0, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0];
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(5), 60_000);
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(7), 60_000);
        byte[] scan = [0xFF, 0xDA, 0, 0x0C, 3, 1, 0, 2, 0, 3, 0, 0, 0x3F, 0];
        return [0xFF, 0xD8, .. table, .. frame, .. scan, .. new byte[100], 0xFF, 0xD9];
    }
}
