using EdgeGateway.Testing;
using Gateway.Edge.Console.GateDisplays;
using Gateway.Edge.Secrets;

namespace Gateway.Edge.Tests.Console.GateDisplays;

public sealed class DisplayKeysTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Folder => _folder.File("displays");

    [Fact]
    public void Each_gate_has_a_key_of_its_own_that_outlives_a_restart()
    {
        var (east, west) = (new DisplayKeys(Folder).Load("gate-east"), new DisplayKeys(Folder).Load("gate-west"));
        var again = new DisplayKeys(Folder);

        Assert.Equal(east, again.Load("gate-east"));
        Assert.True(again.Matches("gate-east", east));
        Assert.False(again.Matches("gate-east", west));
        Assert.True(east.Length >= 43);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(Folder, "gate-east")));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("wrong")]
    public void Nothing_matches_a_gate_without_a_key_nor_a_wrong_one(string? offered)
    {
        var keys = new DisplayKeys(Folder);
        Assert.False(keys.Matches("gate-east", offered));
        keys.Load("gate-east");
        Assert.False(keys.Matches("gate-east", offered));
        Assert.False(keys.Matches("gate-east", new string('a', 10_000_000)));
    }

    [Fact]
    public void Revoked_key_is_void_and_the_next_one_is_another()
    {
        var keys = new DisplayKeys(Folder);
        var old = keys.Load("gate-east");

        Assert.True(keys.Revoke("gate-east"));
        Assert.False(keys.Matches("gate-east", old));
        Assert.False(keys.Revoke("gate-east"));
        Assert.NotEqual(old, keys.Load("gate-east"));
    }

    [Fact]
    public void Key_is_read_once_and_a_file_that_is_gone_is_a_no()
    {
        var key = new DisplayKeys(Folder).Load("gate-east");
        var keys = new DisplayKeys(Folder);
        Assert.True(keys.Matches("gate-east", key));
        var path = Path.Combine(Folder, "gate-east");
        File.Move(path, path + ".away");
        Assert.True(keys.Matches("gate-east", key));
        Assert.False(new DisplayKeys(Folder).Matches("gate-east", key));

        File.Move(path + ".away", path);
        Assert.True(keys.Revoke("gate-east"));
        Assert.False(keys.Matches("gate-east", key));
        Assert.True(keys.Matches("gate-east", keys.Load("gate-east")));
    }

    [Fact]
    public void Key_that_others_may_read_is_refused_with_its_path()
    {
        var keys = new DisplayKeys(Folder);
        keys.Load("gate-east");
        File.SetUnixFileMode(Path.Combine(Folder, "gate-east"), UnixFileMode.UserRead | UnixFileMode.OtherRead);

        Assert.Contains("gate-east", Assert.Throws<SecretFaultException>(() => new DisplayKeys(Folder).Matches("gate-east", "x")).Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
