using EdgeGateway.Testing.Browser;
using Gateway.Edge.Access.Grants;
using Gateway.Edge.Access.Grants.Registry;
using Gateway.Edge.Access.Passes;
using Gateway.Edge.Accounts;
using Gateway.Edge.Perception.Faces;
using Gateway.Edge.Perception.Faces.Recognition;
using Gateway.Edge.Tests.Access.Residents;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Gateway.Edge.Tests.Console.Grants;

/// <summary>A running gateway with three gates, two areas, an exit gate and made-up faces, and a browser.</summary>
internal sealed class GrantPages : IAsyncDisposable
{
    private GrantPages(ConsoleUnderTest gateway, Chromium chromium) => (Gateway, Chromium) = (gateway, chromium);

    public ConsoleUnderTest Gateway { get; }

    public Chromium Chromium { get; }

    public IGrantDesk Desk => Service<IGrantDesk>();

    public PassBook Passes => Service<PassBook>();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<GrantPages> StartAsync()
    {
        var faces = new MadeUpFaces();
        var gateway = await ConsoleUnderTest.StartAsync(SmallCompound.Json, services =>
        {
            services.AddSingleton<IEnrolmentExaminer>(faces);
            services.AddSingleton<IFaceGallery>(faces);
            services.PostConfigure<GrantOptions>(options =>
            {
                options.Areas["中央花园"] = ["gate-2"];
                options.Areas["地下车库"] = ["gate-3"];
                options.ExitGates = ["gate-3"];
            });
        });
        return new GrantPages(gateway, await Chromium.StartAsync());
    }

    public T Service<T>()
        where T : notnull => Gateway.App.Services.GetRequiredService<T>();

    /// <summary>Grants access, and fails the test where that is refused.</summary>
    public async Task<GrantView> GrantAsync(
        string name, string tag = "plumber", double hours = 2, string? phone = null, string host = "3-1202", DateTimeOffset? from = null, IReadOnlyList<string>? gates = null)
    {
        var now = TimeProvider.System.GetUtcNow();
        var done = await Desk.AddAsync(new GrantDraft(tag, host, now.AddHours(hours), Name: name, Phone: phone, From: from, Gates: gates), "test", Stop);
        return done.Grant ?? throw new InvalidOperationException(string.Join("; ", done.Refusals));
    }

    public Task<IReadOnlyList<GrantView>> AllAsync() => Desk.ListAsync(new GrantFilter(), Stop);

    /// <summary>A page opened by a role.</summary>
    public async Task<IPage> OpenAsync(string path, AccountRole role = AccountRole.PropertyManager, int width = 1280)
    {
        var page = await Chromium.OpenAsync(width, 900);
        await page.GotoAsync(new Uri(Gateway.Address, "/sign-in?returnUrl=" + Uri.EscapeDataString(path)).ToString());
        await page.SignInAsync(Gateway, role);
        await Assertions.Expect(page.Locator("nav.gateway-menu")).ToBeVisibleAsync();
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await Chromium.DisposeAsync();
        await Gateway.DisposeAsync();
    }
}
