using Gateway.Drivers.Buses.Http;

namespace Gateway.Drivers.Tests.Buses.Http;

public sealed class DigestHashTests
{
    /// <summary>The examples of RFC 7616, section 3.9.1.</summary>
    [Theory]
    [InlineData("MD5", "8ca523f5e9506fed4657c9700eebdbec")]
    [InlineData("SHA-256", "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1")]
    public void Answer_is_that_of_the_standards_example(string algorithm, string expected) => Assert.Equal(
        expected,
        DigestHash.Response(
            DigestHash.Named(algorithm)!.Value,
            new DeviceLogin("Mufasa", "Circle of Life"),
            "http-auth@example.org",
            "GET",
            "/dir/index.html",
            "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v",
            "00000001",
            "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ"));

    [Theory]
    [InlineData("MD5-sess")]
    [InlineData("SHA-512-256")]
    [InlineData("")]
    public void Algorithm_that_is_not_spoken_is_nobody_s_guess(string name) => Assert.Null(DigestHash.Named(name));

    [Fact]
    public void Login_never_shows_its_password() =>
        Assert.DoesNotContain("hidden", new DeviceLogin("user", "hidden").ToString(), StringComparison.Ordinal);
}
