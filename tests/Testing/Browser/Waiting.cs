using Microsoft.Playwright;

namespace EdgeGateway.Testing.Browser;

/// <summary>Waits for what a page becomes.</summary>
internal static class Waiting
{
    /// <summary>
    /// Until a JavaScript expression is true, looked at before each picture that the browser draws.
    /// Playwright's own <c>WaitForFunctionAsync</c> evaluates text inside the page on its second look, which the pages' content security policy forbids.
    /// </summary>
    public static Task UntilAsync(this IPage page, string condition) =>
        page.EvaluateAsync($"new Promise(done => {{ const look = () => ({condition}) ? done() : requestAnimationFrame(look); look(); }})");
}
