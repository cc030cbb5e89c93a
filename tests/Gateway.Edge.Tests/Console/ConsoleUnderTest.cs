using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using EdgeGateway.Testing;
using Gateway.Edge.Access;
using Gateway.Edge.Accounts;
using Gateway.Edge.Hosting;
using Gateway.Edge.Journal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gateway.Edge.Tests.Console;

/// <summary>The whole gateway as <c>gateway run</c> puts it together: one gate on a simulated bus whose camera is away, no uplink.</summary>
internal sealed class ConsoleUnderTest : IAsyncDisposable
{
    /// <summary>The password of every account that <see cref="AccountAsync"/> makes.</summary>
    public const string Password = "correct horse battery";

    // Hashed once: a hash takes a tenth of a second.
    private static readonly Lazy<string> s_hash = new(() => new PasswordHasher<Account>().HashPassword(new Account(), Password));

    private static int s_ports;

    private readonly TemporaryFolder _folder = new();

    private readonly string _config;
    private readonly Action<IServiceCollection>? _services;

    private ConsoleUnderTest(string hardware, Action<IServiceCollection>? services, string models, object? gateDisplay)
    {
        _services = services;
        _config = _folder.Write(
            "gateway.json",
            JsonSerializer.Serialize(new
            {
                Gateway = new { DataDirectory = Data, HardwareFile = _folder.Write("hardware.json", hardware, OwnerOnly), Urls = "http://127.0.0.1:" + FreePort() },
                Uplink = new { Enabled = false },
                Models = new { Folder = models },
                GateDisplay = gateDisplay ?? new { },
            }),
            OwnerOnly);
        App = Build();
    }

    /// <summary>One gate whose camera nobody serves.</summary>
    public static string OneGate { get; } = """
        {
          "site": { "station": "demo-station", "compound": "demo", "name": { "zh": "示例小区", "en": "Demo compound" } },
          "buses": [{ "id": "doors", "kind": "simulated", "simulation": { "seed": 7 } }],
          "devices": [{
            "id": "gate-east", "kind": "face-gate", "name": { "zh": "东门", "en": "East gate" },
            "camera": { "url": "rtsp://127.0.0.1:9/gate-east", "width": 960, "height": 540 },
            "door": { "bus": "doors", "relay": 1, "contact": 1 }
          }]
        }
        """;

    /// <summary>A compound in which nothing stands yet.</summary>
    public static string NoDevices { get; } = """
        {
          "site": { "station": "demo-station", "compound": "demo", "name": { "zh": "示例小区", "en": "Demo compound" } },
          "buses": [], "devices": []
        }
        """;

    public WebApplication App { get; private set; }

    public string Data => _folder.File("data");

    public string HardwareFile => _folder.File("hardware.json");

    public string Key => new ApiKey(Data).Load();

    public Uri Address => new(App.Urls.First(address => address.StartsWith("http://127", StringComparison.Ordinal)));

    public IJournal Journal => App.Services.GetRequiredService<IJournal>();

    private static UnixFileMode OwnerOnly => UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static async Task<ConsoleUnderTest> StartAsync(string? hardware = null, Action<IServiceCollection>? services = null, string models = "models", Action<string>? prepare = null, object? gateDisplay = null)
    {
        var gateway = new ConsoleUnderTest(
            hardware ?? OneGate, services, Path.IsPathRooted(models) ? models : Path.Combine(AppContext.BaseDirectory, models), gateDisplay);
        prepare?.Invoke(gateway.Data);
        await gateway.App.StartAsync(TestContext.Current.CancellationToken);
        return gateway;
    }

    /// <summary>The log-in name of an account of that role, which is made where there is none: the role's name in lower case.</summary>
    public Task<string> AccountAsync(AccountRole role, DateTimeOffset? since = null)
    {
        var name = role.ToString().ToLowerInvariant();
        var now = since ?? App.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        return App.Services.GetRequiredService<AccountVault>().UseAsync(
            async accounts =>
            {
                var book = App.Services.GetRequiredService<AccountBook>();
                if (book.Named(name) is null)
                {
                    var account = new Account { UserName = name, Person = name, Role = role, RoleSince = now, CreatedAt = now, PasswordHash = s_hash.Value };
                    Assert.True((await accounts.CreateAsync(account)).Succeeded);
                    book.Put(AccountStanding.Of(account));
                }

                return name;
            },
            TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await App.StopAsync();
        await App.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    /// <summary>Starts it again after it was stopped: same data, same address.</summary>
    public async Task StartAgainAsync()
    {
        await App.DisposeAsync();
        SqliteConnection.ClearAllPools();
        App = Build();
        await App.StartAsync(TestContext.Current.CancellationToken);
    }

    private WebApplication Build() => GatewayHost.Build(_config, builder =>
    {
        builder.Logging.ClearProviders();
        _services?.Invoke(builder.Services);
    });

    // Settings take a number. It lies below those that the system gives to connections, which would take it before the gateway listens.
    private static string FreePort()
    {
        while (true)
        {
            var port = 12_000 + (((Environment.ProcessId * 97) + Interlocked.Increment(ref s_ports)) % 20_000);
            using var listener = new TcpListener(IPAddress.Loopback, port);
            try
            {
                listener.Start();
                return port.ToString(CultureInfo.InvariantCulture);
            }
            catch (SocketException)
            {
                // Taken: the next one.
            }
        }
    }
}
