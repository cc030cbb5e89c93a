using System.Net;
using Gateway.Edge.Access.Residents;
using Gateway.Edge.Hosting;
using Gateway.Edge.Journal;
using Gateway.Edge.Tests.Access.Residents;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gateway.Edge.Tests.Access;

/// <summary>Journal and residents, whose key guards every API, in a real server on loopback and on the local socket; made-up faces.</summary>
internal abstract class ApiGateway : IAsyncDisposable
{
    private readonly WebApplication _application;

    /// <param name="add">What more is registered.</param>
    /// <param name="map">What is mapped.</param>
    protected ApiGateway(Action<IServiceCollection, IConfiguration> add, Action<WebApplication> map)
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
        add(builder.Services, builder.Configuration);
        _application = builder.Build();
        map(_application);
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
