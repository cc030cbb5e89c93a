using System.Net;
using System.Text;
using Gateway.Drivers.Buses.Http;
using Gateway.Drivers.FaceGates.Terminals.Isapi;

namespace Gateway.Drivers.Tests.FaceGates.Terminals;

/// <summary>A terminal whose answers are written down beforehand.</summary>
internal sealed class ScriptedIsapi : HttpMessageHandler
{
    private readonly Queue<(int Status, string Body)> _answers = new();

    /// <summary>Method, path and body of every request.</summary>
    public List<string> Requests { get; } = [];

    public ScriptedIsapi Then(string body, int status = 200)
    {
        _answers.Enqueue((status, body));
        return this;
    }

    public IsapiClient Client(TimeProvider clock) =>
        new(new DeviceHttpClient("gate", new DeviceHttpSettings { Address = new Uri("http://terminal") }, clock, this), "gate");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is { } content ? await content.ReadAsStringAsync(cancellationToken) : "";
        Requests.Add($"{request.Method} {request.RequestUri!.PathAndQuery} {body}".TrimEnd());
        var (status, answer) = _answers.Dequeue();
        return new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(answer, Encoding.UTF8) };
    }
}
