using EdgeGateway.Testing.Browser;
using Gateway.Edge.Accounts;
using Microsoft.Playwright;

namespace Gateway.Edge.Tests.Console;

/// <summary>A sign-in through the form, with an account that is made for it.</summary>
internal static class GatewaySignIn
{
    /// <summary>Signs in with an account of a role; the way leads on to where <paramref name="page"/> says.</summary>
    public static async Task<HttpResponseMessage> SignInAsync(
        this FormBrowser browser, ConsoleUnderTest gateway, string page = "/sign-in", AccountRole role = AccountRole.Administrator)
    {
        var name = await gateway.AccountAsync(role);
        return await browser.SignInAsync(name, ConsoleUnderTest.Password, page);
    }

    public static Task<HttpResponseMessage> SignInAsync(this FormBrowser browser, string name, string password, string page = "/sign-in") =>
        browser.PostAsync(page, page, ("_handler", "sign-in"), ("Form.Name", name), ("Form.Password", password));

    /// <summary>Fills in the form that an open page shows.</summary>
    public static async Task SignInAsync(this IPage page, ConsoleUnderTest gateway, AccountRole role = AccountRole.Administrator)
    {
        await page.FillAsync("#name", await gateway.AccountAsync(role));
        await page.FillAsync("#password", ConsoleUnderTest.Password);
        await page.ClickAsync("#sign-in");
    }
}
