using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Buses.Onvif;

/// <summary>
/// SOAP 1.2 over HTTP with one device. Credentials travel as a WS-Security digest and, to devices that ask for it, as HTTP digest; never
/// in the clear and never to another host. Safe for several threads.
/// </summary>
internal sealed class SoapClient : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly HttpClient _http;
    private readonly Uri _device;
    private readonly CameraCredentials? _credentials;
    private readonly TimeProvider _clock;
    private long _offsetTicks; // the device's clock less ours

    public SoapClient(Uri device, CameraCredentials? credentials, TimeProvider clock)
    {
        (_device, _credentials, _clock) = (device, credentials, clock);
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            MaxResponseHeadersLength = 32,
            AutomaticDecompression = DecompressionMethods.None,
        };
        if (credentials is not null)
        {
            // Digest alone: the handler would answer a Basic challenge with the bare password.
            handler.Credentials = new CredentialCache { { new Uri(device, "/"), "Digest", new NetworkCredential(credentials.User, credentials.Password) } };
        }

        _http = new HttpClient(handler) { MaxResponseContentBufferSize = OnvifXml.MostBytes, Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>How far the device's clock is ahead of ours.</summary>
    public TimeSpan ClockOffset
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref _offsetTicks));
        set => Interlocked.Exchange(ref _offsetTicks, value.Ticks);
    }

    /// <summary>
    /// An address that the device gave, on the host that was configured: behind an address translation it names hosts that cannot be reached,
    /// and credentials must not follow it anywhere.
    /// </summary>
    public Uri Here(string address)
    {
        if (!Uri.TryCreate(_device, address, out var given) || given.Scheme is not ("http" or "https"))
        {
            throw new DeviceFaultException($"{_device.Host} names a service at an address that is none: look at its network settings.");
        }

        return given.Host == _device.Host && given.Scheme == _device.Scheme ? given : new Uri(_device, given.PathAndQuery);
    }

    /// <summary>Sends one request and returns the element in the reply's body.</summary>
    /// <param name="service">The service's address.</param>
    /// <param name="action">The request's SOAP action.</param>
    /// <param name="body">The request.</param>
    /// <param name="headers">Further SOAP headers.</param>
    /// <param name="patience">How long the device may take; default 10 s.</param>
    /// <param name="anonymous">Sends no credentials.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="DeviceFaultException">Not reached, too slow, or no sense in the answer.</exception>
    /// <exception cref="OnvifFaultException">The device refused.</exception>
    public async Task<XElement> CallAsync(
        Uri service, string action, XElement body, IEnumerable<XElement>? headers = null, TimeSpan? patience = null, bool anonymous = false, CancellationToken cancellationToken = default)
    {
        using var late = new CancellationTokenSource(patience ?? Patience, _clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        var name = body.Name.LocalName;
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, service) { Content = Envelope(action, body, headers ?? [], anonymous) };
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseContentRead, stop.Token);
            return Read(name, response.StatusCode, await response.Content.ReadAsByteArrayAsync(stop.Token));
        }
        catch (OperationCanceledException error) when (!cancellationToken.IsCancellationRequested)
        {
            throw new DeviceFaultException($"{_device.Authority} did not answer {name} in time: check its network and load.", error);
        }
        catch (HttpRequestException error)
        {
            throw new DeviceFaultException($"{_device.Authority} cannot be reached for {name}: {error.Message} Check its power, address and port.", error);
        }
        catch (XmlException error)
        {
            throw new DeviceFaultException($"{_device.Authority} answered {name} with something that is no ONVIF: {error.Message} Is this the address of an ONVIF device?", error);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private ByteArrayContent Envelope(string action, XElement body, IEnumerable<XElement> headers, bool anonymous)
    {
        var header = new XElement(OnvifNames.Soap + "Header", headers);
        if (_credentials is not null && !anonymous)
        {
            header.AddFirst(UsernameToken.Create(_credentials, _clock.GetUtcNow() + ClockOffset));
        }

        var envelope = new XElement(
            OnvifNames.Soap + "Envelope", new XAttribute(XNamespace.Xmlns + "s", OnvifNames.Soap.NamespaceName), header, new XElement(OnvifNames.Soap + "Body", body));
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(envelope.ToString(SaveOptions.DisableFormatting)));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/soap+xml", "utf-8") { Parameters = { new NameValueHeaderValue("action", $"\"{action}\"") } };
        return content;
    }

    private XElement Read(string operation, HttpStatusCode status, byte[] bytes)
    {
        if (status == HttpStatusCode.Unauthorized)
        {
            throw new OnvifFaultException(operation, "NotAuthorized", "the device refused the user or password");
        }

        if (bytes.Length == 0)
        {
            throw new DeviceFaultException($"{_device.Authority} answered {operation} with HTTP status {(int)status} and nothing else.");
        }

        var answer = OnvifXml.Parse(bytes).Children("Body").FirstOrDefault()?.Elements().FirstOrDefault()
            ?? throw new XmlException("The SOAP body is missing.");
        if (answer.Name.LocalName != "Fault")
        {
            return answer;
        }

        var codes = answer.Find("Code")?.Descendants().Where(element => element.Name.LocalName == "Value").Select(element => element.Value.Trim());
        var code = codes?.LastOrDefault() ?? answer.Text("faultcode") ?? "";
        throw new OnvifFaultException(operation, Short(code[(code.IndexOf(':', StringComparison.Ordinal) + 1)..]), Short(answer.Text("Text") ?? answer.Text("faultstring") ?? "no reason given"));
    }

    /// <summary>A device's own words, cut and without line breaks, fit for a log.</summary>
    private static string Short(string text)
    {
        var plain = new string([.. text.Take(200).Select(letter => char.IsControl(letter) ? ' ' : letter)]);
        return plain.Length < text.Length ? plain + "…" : plain;
    }
}
