using EdgeGateway.Testing.Browser;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(ChromiumProcess.Shared))]

namespace EdgeGateway.Testing.Browser;

/// <summary>A running Chromium of Debian with the Playwright that drives it.</summary>
internal sealed class ChromiumProcess : IAsyncDisposable
{
    // Playwright's own 5 s are too short for a machine that runs several browsers at once.
    private const float PatienceMilliseconds = 30_000;

    private static readonly SemaphoreSlim s_turn = new(1, 1);
    private static ChromiumProcess? s_shared;

    private readonly IPlaywright _playwright;

    private ChromiumProcess(IPlaywright playwright, IBrowser browser)
    {
        _playwright = playwright;
        Browser = browser;
    }

    public IBrowser Browser { get; }

    /// <summary>The one that the whole run shares: a browser takes seconds to start. A new one where the last has crashed.</summary>
    public static async Task<ChromiumProcess> SharedAsync()
    {
        await s_turn.WaitAsync();
        try
        {
            if (s_shared is not { Browser.IsConnected: true })
            {
                s_shared = await StartAsync();
            }

            return s_shared;
        }
        finally
        {
            s_turn.Release();
        }
    }

    /// <param name="more">Switches besides the usual ones.</param>
    public static async Task<ChromiumProcess> StartAsync(params string[] more)
    {
        Assertions.SetDefaultExpectTimeout(PatienceMilliseconds);
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM_PATH") ?? "/usr/bin/chromium",
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", .. more,
            ],
        });
        return new ChromiumProcess(playwright, browser);
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.CloseAsync();
        _playwright.Dispose();
    }

    /// <summary>Ends the shared one after the last test.</summary>
    public sealed class Shared : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            if (s_shared is { } shared)
            {
                await shared.DisposeAsync();
            }
        }
    }
}
