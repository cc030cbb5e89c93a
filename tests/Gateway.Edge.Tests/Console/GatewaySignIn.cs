using EdgeGateway.Testing.Browser;

namespace Gateway.Edge.Tests.Console;

/// <summary>A sign-in with the access key through the form.</summary>
internal static class GatewaySignIn
{
    public static Task<HttpResponseMessage> SignInAsync(this FormBrowser browser, string key, string page = "/sign-in") =>
        browser.PostAsync(page, page, ("_handler", "sign-in"), ("Form.Key", key));
}
