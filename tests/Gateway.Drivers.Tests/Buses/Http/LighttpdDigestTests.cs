using System.Text;
using EdgeGateway.Testing;
using Gateway.Drivers.Buses.Http;

namespace Gateway.Drivers.Tests.Buses.Http;

/// <summary>The client against a digest server that nobody here wrote.</summary>
public sealed class LighttpdDigestTests
{
    private readonly FakeTimeProvider _clock = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory(Timeout = 60_000)]
    [InlineData("MD5")]
    [InlineData("SHA-256")]
    public async Task Right_login_is_challenged_once_and_its_nonce_serves_all_further_requests(string algorithm)
    {
        await using var server = await LighttpdServer.StartAsync(algorithm, Cancelled);
        using (var client = Client(server, LighttpdServer.Password))
        {
            for (var i = 0; i < 5; i++)
            {
                var reply = await client.SendAsync(HttpMethod.Get, $"/secret.txt?n={i}", content: null, Cancelled);
                Assert.Equal("inside", Encoding.UTF8.GetString(reply.Body.Span));
            }
        }

        Assert.Equal([401, 200, 200, 200, 200, 200], await server.StopAsync(Cancelled));
    }

    [Theory(Timeout = 60_000)]
    [InlineData("MD5")]
    [InlineData("SHA-256")]
    public async Task Wrong_password_is_tried_twice_and_then_not_for_half_an_hour(string algorithm)
    {
        await using var server = await LighttpdServer.StartAsync(algorithm, Cancelled);
        using (var client = Client(server, "wrong"))
        {
            await RefusedAsync(client);
            Assert.False(client.Guard.Paused);
            var second = await RefusedAsync(client);
            Assert.Contains("2026-06-01 08:35", second.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("wrong", second.Message, StringComparison.Ordinal);
            await RefusedAsync(client);
            await RefusedAsync(client);
            _clock.Advance(TimeSpan.FromMinutes(35));
            await RefusedAsync(client);
            await RefusedAsync(client);
        }

        // Each attempt is a challenge and an answer: two attempts, nothing, one attempt, nothing.
        Assert.Equal(Enumerable.Repeat(401, 6), await server.StopAsync(Cancelled));
    }

    [Fact(Timeout = 60_000)]
    public async Task Many_requests_at_once_with_a_wrong_password_are_two_attempts()
    {
        await using var server = await LighttpdServer.StartAsync("SHA-256", Cancelled);
        using (var client = Client(server, "wrong"))
        {
            await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => RefusedAsync(client)));
        }

        Assert.Equal(4, (await server.StopAsync(Cancelled)).Count);
    }

    private static Task<LoginRefusedException> RefusedAsync(DeviceHttpClient client) =>
        Assert.ThrowsAsync<LoginRefusedException>(() => client.SendAsync(HttpMethod.Get, "/secret.txt", content: null, Cancelled));

    private DeviceHttpClient Client(LighttpdServer server, string password) => new(
        "terminal", new DeviceHttpSettings { Address = server.Address, Login = new DeviceLogin(LighttpdServer.User, password), RequestTimeout = TimeSpan.FromHours(1) }, _clock);
}
