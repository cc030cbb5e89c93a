using Microsoft.Playwright;

namespace EdgeGateway.Testing.Browser;

/// <summary>One test's windows in the browser of the run, each with cookies of its own; all close with the test.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private readonly IBrowser _browser;
    private readonly ChromiumProcess? _own;
    private readonly List<IBrowserContext> _windows = [];

    private Chromium(IBrowser browser, ChromiumProcess? own) => (_browser, _own) = (browser, own);

    /// <param name="more">Switches besides the usual ones: a browser that has any serves one test alone.</param>
    public static async Task<Chromium> StartAsync(params string[] more)
    {
        var own = more.Length > 0 ? await ChromiumProcess.StartAsync(more) : null;
        return new Chromium((own ?? await ChromiumProcess.SharedAsync()).Browser, own);
    }

    /// <summary>A page of its own, with no cookies.</summary>
    public async Task<IPage> OpenAsync(int width = 1440, int height = 900, ColorScheme scheme = ColorScheme.Light)
    {
        var window = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = scheme,
        });
        lock (_windows)
        {
            _windows.Add(window);
        }

        return await window.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var window in _windows)
        {
            await window.CloseAsync();
        }

        if (_own is not null)
        {
            await _own.DisposeAsync();
        }
    }
}
