using EdgeGateway.Testing;
using Gateway.Drivers.Configuration;

namespace Gateway.Drivers.Tests.Configuration;

public sealed class SecretsFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Entry_is_found_by_name()
    {
        var secrets = SecretsFile.Read(Write("""{"east": {"user": "admin", "password": "word"}}""", UnixFileMode.UserRead | UnixFileMode.UserWrite));
        Assert.Equal("word", secrets.Credentials("east", "gate-east").Password);
        Assert.Contains("no entry \"west\"", Fault(() => secrets.Credentials("west", "gate-west")), StringComparison.Ordinal);
    }

    [Fact]
    public void File_that_others_may_read_is_refused_with_the_fix()
    {
        var path = Write("{}", UnixFileMode.UserRead | UnixFileMode.GroupRead);
        Assert.Contains("chmod 600", Fault(() => SecretsFile.Read(path)), StringComparison.Ordinal);
    }

    [Fact]
    public void Fault_never_quotes_a_password()
    {
        var path = Write("""{"east": {"user": "admin", "pasword": "hidden"}}""", UnixFileMode.UserRead);
        var message = Fault(() => SecretsFile.Read(path));
        Assert.Contains("did you mean \"password\"", message, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Secret_without_a_file_says_which_setting_is_missing()
    {
        Assert.Contains("Drivers:SecretsFile", Fault(() => SecretsFile.Read(null).Credentials("east", "gate-east")), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static string Fault(Func<object> act) => Assert.Throws<HardwareFileException>(act).Message;

    private string Write(string text, UnixFileMode mode) => _folder.Write("secrets.json", text, mode);
}
