using EdgeGateway.Testing.Browser;

namespace Gateway.Cloud.Tests.Station;

/// <summary>An officer's log-in through the form.</summary>
internal static class StationLogIn
{
    public static Task<HttpResponseMessage> LogInAsync(this FormBrowser browser, string name, string password, string page = "/login") =>
        browser.PostAsync(page, page, ("_handler", "login"), ("Form.Name", name), ("Form.Password", password));
}
