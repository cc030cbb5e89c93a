using System.Security.Cryptography;
using Gateway.Edge.Journal;
using Gateway.Edge.Secrets;

namespace Gateway.Edge.Tests.Journal;

public sealed class MediaStoreTests : IDisposable
{
    private readonly JournalFixture _fixture = new();
    private readonly byte[] _picture = RandomNumberGenerator.GetBytes(50_000);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task A_medium_is_named_by_its_hash_and_read_back_after_a_restart()
    {
        var reference = await _fixture.OpenMedia().StoreAsync(_picture, "image/jpeg", "portrait", Stop);
        var read = await _fixture.OpenMedia().ReadAsync(reference.Sha256, Stop);

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(_picture)), reference.Sha256);
        Assert.Equal(_picture, read);
    }

    [Fact]
    public async Task The_disk_never_holds_the_plain_bytes_and_only_the_owner_may_read_them()
    {
        await _fixture.OpenMedia().StoreAsync(_picture, "image/jpeg", "portrait", Stop);
        var file = Assert.Single(Directory.GetFiles(_fixture.Paths.Media, "*", SearchOption.AllDirectories));

        Assert.Equal(-1, File.ReadAllBytes(file).AsSpan().IndexOf(_picture.AsSpan(100, 16)));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Theory]
    [InlineData("../../keys/media.key")]
    [InlineData("/etc/passwd")]
    [InlineData("")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_name_that_is_no_hash_never_becomes_a_path(string name)
    {
        var store = _fixture.OpenMedia();
        await Assert.ThrowsAsync<ArgumentException>(() => store.ReadAsync(name, Stop).AsTask());
        await Assert.ThrowsAsync<ArgumentException>(() => store.DeleteAsync(name, Stop).AsTask());
    }

    [Fact]
    public async Task An_altered_file_is_refused_and_repaired_by_storing_the_medium_again()
    {
        var store = _fixture.OpenMedia();
        var reference = await store.StoreAsync(_picture, "image/jpeg", "portrait", Stop);
        var file = Directory.GetFiles(_fixture.Paths.Media, "*", SearchOption.AllDirectories)[0];
        var bytes = await File.ReadAllBytesAsync(file, Stop);
        bytes[1000] ^= 1;
        await File.WriteAllBytesAsync(file, bytes, Stop);

        await Assert.ThrowsAsync<JournalUnavailableException>(() => store.ReadAsync(reference.Sha256, Stop).AsTask());
        await store.StoreAsync(_picture, "image/jpeg", "portrait", Stop);

        Assert.Equal(_picture, await store.ReadAsync(reference.Sha256, Stop));
    }

    [Fact]
    public async Task A_deleted_medium_is_gone_and_an_unknown_one_is_null()
    {
        var store = _fixture.OpenMedia();
        var reference = await store.StoreAsync(_picture, "image/jpeg", "portrait", Stop);

        Assert.True(await store.DeleteAsync(reference.Sha256, Stop));
        Assert.False(await store.DeleteAsync(reference.Sha256, Stop));
        Assert.Null(await store.ReadAsync(reference.Sha256, Stop));
    }

    [Fact]
    public async Task A_medium_beyond_the_limit_is_refused()
    {
        _fixture.Options.MaximumMediaBytes = 1024;
        await Assert.ThrowsAsync<ArgumentException>(() => _fixture.OpenMedia().StoreAsync(_picture, "image/jpeg", "portrait", Stop).AsTask());
    }

    [Fact]
    public void A_key_that_others_may_read_is_refused_with_the_fix()
    {
        _fixture.OpenMedia();
        File.SetUnixFileMode(_fixture.Paths.MediaKey, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);

        var refusal = Assert.Throws<SecretFaultException>(() => _fixture.OpenMedia());

        Assert.Contains("chmod 600", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_medium_is_named_by_verify_with_its_record()
    {
        using var journal = _fixture.Open();
        var store = _fixture.OpenMedia();
        var reference = await store.StoreAsync(_picture, "image/jpeg", "portrait", Stop);
        await journal.AppendAsync(JournalFixture.Entry("without"), Stop);
        await journal.AppendAsync(JournalFixture.Entry("with") with { Media = [reference] }, Stop);

        var whole = await JournalVerifier.VerifyAsync(_fixture.Paths, store, Stop);
        await store.DeleteAsync(reference.Sha256, Stop);
        var broken = await JournalVerifier.VerifyAsync(_fixture.Paths, store, Stop);

        Assert.True(whole.Verified);
        Assert.Equal(1, whole.Media);
        Assert.Equal(2, broken.FirstBad);
    }
}
