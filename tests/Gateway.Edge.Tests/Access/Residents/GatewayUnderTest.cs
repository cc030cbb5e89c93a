using System.Net;
using Gateway.Edge.Access.Residents;
using Gateway.Edge.Hosting;
using Gateway.Edge.Journal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gateway.Edge.Tests.Access.Residents;

/// <summary>Journal, registry and their API in a real server on loopback and on the local socket; made-up faces.</summary>
internal sealed class GatewayUnderTest : IAsyncDisposable
{
    private readonly WebApplication _application;

    public GatewayUnderTest()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection([new("Gateway:DataDirectory", Data)]);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.ListenOnLocalSocket(Data);
        });
        ResidentsFixture.AddFaces(builder.Services, new MadeUpFaces());
        builder.Services.AddJournal(builder.Configuration).AddResidents(builder.Configuration).AddLocalSocket();
        _application = builder.Build();
        _application.MapResidents();
    }

    public string Data { get; } = Directory.CreateTempSubdirectory("gateway-").FullName;

    public SqliteJournal Journal => _application.Services.GetRequiredService<SqliteJournal>();

    public Uri Address => new(_application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses
        .First(address => address.StartsWith("http://127", StringComparison.Ordinal)));

    public Task StartAsync() => _application.StartAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(Data, recursive: true);
    }
}
