using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace EdgeGateway.Benchmarks.Pages;

/// <summary>Signs in as a person would, and times pages to their last byte. One request at a time.</summary>
internal sealed partial class PageVisitor(Uri address) : IDisposable
{
    private readonly HttpClient _client = MakeClient(address);

    private const string Password = "correct horse battery";

    /// <summary>Signs in with the first password and changes it, as it must be; in data that an earlier run has kept that is done already.</summary>
    /// <exception cref="InvalidOperationException">The gateway did not let it in.</exception>
    public async Task SignInAsync(string name, string? firstPassword)
    {
        await PostAsync("/sign-in", ("_handler", "sign-in"), ("Form.Name", name), ("Form.Password", firstPassword ?? Password));
        if (firstPassword is not null)
        {
            await PostAsync("/account/password", ("_handler", "password"), ("Form.Current", firstPassword), ("Form.Chosen", Password), ("Form.Repeat", Password));
        }

        using var page = await _client.GetAsync(new Uri("/accounts", UriKind.Relative));
        if (page.StatusCode != HttpStatusCode.OK)
        {
            throw new InvalidOperationException($"The gateway did not let {name} in: /accounts answers {page.StatusCode}.");
        }
    }

    /// <summary>Milliseconds to the last byte, and the page.</summary>
    /// <exception cref="HttpRequestException">The page did not answer 200.</exception>
    public async Task<(double Milliseconds, string Text)> VisitAsync(string path)
    {
        var begun = Stopwatch.GetTimestamp();
        using var answer = await _client.GetAsync(new Uri(path, UriKind.Relative));
        var text = await answer.Content.ReadAsStringAsync();
        var took = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
        return answer.StatusCode == HttpStatusCode.OK ? (took, text) : throw new HttpRequestException($"{path} answers {answer.StatusCode}.");
    }

    public void Dispose() => _client.Dispose();

    private static HttpClient MakeClient(Uri address)
    {
        var client = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false }) { BaseAddress = address };
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        return client;
    }

    private async Task PostAsync(string page, params (string Name, string Value)[] fields)
    {
        var html = await _client.GetStringAsync(new Uri(page, UriKind.Relative));
        var token = WebUtility.HtmlDecode(Token().Match(html).Groups["token"].Value);
        using var content = new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", token)).Select(field => new KeyValuePair<string, string>(field.Item1, field.Item2)));
        using var answer = await _client.PostAsync(new Uri(page, UriKind.Relative), content);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
