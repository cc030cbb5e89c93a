using System.Net;
using System.Net.Http.Headers;
using EdgeGateway.Testing;
using Gateway.Drivers.Buses.Http;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Tests.Buses.Http;

/// <summary>The client against answers that real servers give seldom.</summary>
public sealed class DigestHandlerTests : IDisposable
{
    private const string Sha = "Digest realm=\"r\", qop=\"auth\", algorithm=SHA-256, nonce=";
    private readonly FakeTimeProvider _clock = new();
    private readonly ScriptedTransport _device = new();
    private readonly DeviceHttpClient _client;

    public DigestHandlerTests() => _client = new DeviceHttpClient(
        "terminal", new DeviceHttpSettings { Address = new Uri("http://terminal"), Login = new DeviceLogin("admin", "secret") }, _clock, _device);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Stale_nonce_is_answered_anew_and_is_no_refusal()
    {
        _device.Then(401, Sha + "\"n1\"").Then(401, Sha + "\"n2\", stale=true").Then(200);
        Assert.True((await GetAsync()).IsSuccess);
        Assert.Equal(["", "n1:00000001", "n2:00000001"], _device.Nonces);
    }

    [Fact]
    public async Task Server_that_calls_every_nonce_stale_is_not_asked_for_ever()
    {
        _device.Then(401, Sha + "\"n1\"").Then(401, Sha + "\"n2\", stale=true").Then(401, Sha + "\"n3\", stale=true").Then(401, Sha + "\"n4\", stale=true");
        await Assert.ThrowsAsync<LoginRefusedException>(GetAsync);
        Assert.Equal(3, _device.Nonces.Count);
    }

    [Fact]
    public async Task Device_that_started_anew_and_forgot_its_nonce_is_logged_into_again_with_the_same_body()
    {
        _device.Then(401, Sha + "\"n1\"").Then(200).Then(401, Sha + "\"n2\"").Then(200).Then(200);
        await GetAsync();
        using var body = new StringContent("person");
        Assert.True((await _client.SendAsync(HttpMethod.Put, "/p", body, Cancelled)).IsSuccess);
        await GetAsync();
        Assert.Equal(["", "n1:00000001", "n1:00000002", "n2:00000001", "n2:00000002"], _device.Nonces);
        Assert.Equal(["person", "person"], _device.Bodies);
    }

    [Fact]
    public async Task Announced_next_nonce_is_used()
    {
        _device.Then(401, Sha + "\"n1\"").Then(200, nextNonce: "n9").Then(200);
        await GetAsync();
        await GetAsync();
        Assert.Equal(["", "n1:00000001", "n9:00000001"], _device.Nonces);
    }

    [Fact]
    public async Task Stronger_of_two_challenges_is_answered()
    {
        _device.Then(401, "Digest realm=\"r\", qop=\"auth\", nonce=\"weak\"", Sha + "\"strong\"").Then(200);
        await GetAsync();
        Assert.Equal("strong:00000001", _device.Nonces[1]);
    }

    [Theory]
    [InlineData("Basic realm=\"r\"")]
    [InlineData("Digest realm=\"r\", nonce=\"n\", qop=\"auth-int\"")]
    [InlineData("Digest realm=\"r\", nonce=\"n\"")]
    [InlineData("Digest realm=\"r\", nonce=\"n\", qop=\"auth\", algorithm=MD5-sess")]
    public async Task Password_is_given_to_nothing_but_a_digest(string challenge)
    {
        _device.Then(401, challenge);
        var fault = await Assert.ThrowsAsync<DeviceFaultException>(GetAsync);
        Assert.Contains("digest", fault.Message, StringComparison.Ordinal);
        Assert.Equal([""], _device.Nonces);
    }

    [Theory]
    [InlineData("<userCheck><lockStatus>lock</lockStatus><unlockTime>7200</unlockTime></userCheck>", "10:00")]
    [InlineData("{\"lockStatus\": \"lock\", \"unlockTime\": 1500}", "08:35")]
    public async Task Locked_account_is_left_alone_until_it_is_unlocked(string body, string until)
    {
        _device.Then(401, Sha + "\"n1\"", body: body);
        var refused = await Assert.ThrowsAsync<LoginRefusedException>(GetAsync);
        Assert.Contains(until, refused.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<LoginRefusedException>(GetAsync);
        Assert.Equal([""], _device.Nonces);
    }

    [Fact]
    public async Task Unlocked_account_is_no_lock()
    {
        _device.Then(401, Sha + "\"n1\"", body: "<userCheck><lockStatus>unlock</lockStatus><retryLoginTime>5</retryLoginTime></userCheck>").Then(200);
        Assert.True((await GetAsync()).IsSuccess);
    }

    [Fact]
    public async Task Success_forgets_an_earlier_refusal()
    {
        _device.Then(401, Sha + "\"n1\"").Then(401, Sha + "\"n2\"").Then(401, Sha + "\"n3\"").Then(200)
            .Then(401, Sha + "\"n4\"").Then(401, Sha + "\"n5\"").Then(401, Sha + "\"n6\"").Then(200);
        await Assert.ThrowsAsync<LoginRefusedException>(GetAsync);
        Assert.True((await GetAsync()).IsSuccess);
        await Assert.ThrowsAsync<LoginRefusedException>(GetAsync);
        Assert.True((await GetAsync()).IsSuccess);
    }

    [Fact(Timeout = 60_000)]
    public async Task Device_that_does_not_answer_is_unreachable_in_words()
    {
        _device.Hang = true;
        var pending = GetAsync();
        _clock.Advance(TimeSpan.FromSeconds(8));
        var fault = await Assert.ThrowsAsync<DeviceUnreachableException>(() => pending);
        Assert.Contains("within 8 s", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Endless_answer_is_cut_off()
    {
        _device.Then(200, body: new string('x', DeviceHttpClient.LongestBody + 1));
        await Assert.ThrowsAsync<DeviceFaultException>(GetAsync);
    }

    public void Dispose()
    {
        _client.Dispose();
        _device.Dispose();
    }

    private Task<DeviceHttpReply> GetAsync() => _client.SendAsync(HttpMethod.Get, "/x", content: null, Cancelled);

    private sealed class ScriptedTransport : HttpMessageHandler
    {
        private readonly Queue<(int Status, string[] Challenges, string? NextNonce, string Body)> _answers = new();

        public List<string> Nonces { get; } = [];

        public List<string> Bodies { get; } = [];

        public bool Hang { get; set; }

        public ScriptedTransport Then(int status, string? challenge = null, string? second = null, string? nextNonce = null, string body = "")
        {
            _answers.Enqueue((status, [.. new[] { challenge, second }.OfType<string>()], nextNonce, body));
            return this;
        }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (Hang)
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            }

            var fields = DigestFields.Parse(request.Headers.Authorization?.Parameter) ?? new Dictionary<string, string>(StringComparer.Ordinal);
            Nonces.Add(fields.Count == 0 ? "" : $"{fields["nonce"]}:{fields["nc"]}");
            if (request.Content is { } content)
            {
                Bodies.Add(await content.ReadAsStringAsync(cancellationToken));
            }

            var (status, challenges, next, body) = _answers.Dequeue();
            var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body) };
            foreach (var challenge in challenges)
            {
                response.Headers.WwwAuthenticate.Add(AuthenticationHeaderValue.Parse(challenge));
            }

            if (next is not null)
            {
                response.Headers.Add("Authentication-Info", $"nextnonce=\"{next}\"");
            }

            return response;
        }
    }
}
