using System.CommandLine;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using EdgeGateway.Testing;
using Gateway.Cloud.Contract.Events;
using Gateway.Drivers;
using Gateway.Drivers.Devices;
using Gateway.Drivers.Simulation;
using Gateway.Edge.Access;
using Gateway.Edge.Access.Residents;
using Gateway.Edge.Alerts.Barriers;
using Gateway.Edge.Alerts.Charging;
using Gateway.Edge.Commands;
using Gateway.Edge.Hosting;
using Gateway.Edge.Journal;
using Gateway.Edge.Orders;
using Gateway.Edge.Tests.Access.Residents;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gateway.Edge.Tests.Orders;

/// <summary>A barrier and a charging shed in software behind a real server, with a real journal, ordered about by the command line.</summary>
internal sealed class OrderedCompound : IAsyncDisposable
{
    private const string Hardware = """
        {
          "site": { "station": "s", "compound": "c", "name": { "zh": "小区", "en": "Compound" } },
          "buses": [ { "id": "lines", "kind": "simulated" }, { "id": "relays", "kind": "simulated" }, { "id": "meters", "kind": "simulated" } ],
          "devices": [
            {
              "id": "barrier-north", "kind": "vehicle-barrier", "name": { "zh": "北门道闸", "en": "North barrier" },
              "arm": { "bus": "lines", "up": 1, "down": 2, "stop": 3, "isUp": 1, "isDown": 2 },
              "safety": { "bus": "lines", "loop": 10, "beam": 12, "fire": 13 }
            },
            {
              "id": "shed-1", "kind": "charging-point", "name": { "zh": "一号棚", "en": "Shed one" },
              "bus": "relays", "contactor": 10, "smoke": 0,
              "meter": {
                "bus": "meters",
                "power": { "address": 2, "type": "uint16", "scale": 0.1 },
                "temperature": { "address": 3, "type": "int16", "scale": 0.1 }
              },
              "limits": { "pollEvery": "00:00:00.200" },
              "outlets": [ { "id": "1", "relay": 0, "unit": 2 }, { "id": "2", "relay": 1, "unit": 3 } ]
            }
          ]
        }
        """;

    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();
    private readonly WebApplication _gateway;

    private OrderedCompound()
    {
        var hardware = _folder.Write("hardware.json", Hardware, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection([new("Gateway:DataDirectory", _folder.Path)]);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.ListenOnLocalSocket(_folder.Path);
        });
        ResidentsFixture.AddFaces(builder.Services, new MadeUpFaces());
        builder.Services.AddJournal(builder.Configuration).AddResidents(builder.Configuration).AddLocalSocket();
        builder.Services.Configure<DriversOptions>(options => (options.HardwareFile, options.Simulate, options.Seed) = (hardware, true, 1));
        builder.Services.AddDrivers(builder.Configuration);
        builder.Services.AddBarriers().AddCharging();
        _gateway = builder.Build();
        _gateway.MapBarriers();
        _gateway.MapLanes();
        _gateway.MapCharging();
    }

    public IServiceProvider Services => _gateway.Services;

    public string Output => _output.ToString();

    public string Errors => _errors.ToString();

    public SimulatedBarrier Barrier => _gateway.Services.GetRequiredService<SimulatedWorld>().Find<SimulatedBarrier>("barrier-north")!;

    public SimulatedShed Shed => _gateway.Services.GetRequiredService<SimulatedWorld>().Find<SimulatedShed>("shed-1")!;

    /// <summary>Starts everything; returns once the device is online.</summary>
    public static async Task<OrderedCompound> StartAsync(string device, CancellationToken cancellationToken)
    {
        var compound = new OrderedCompound();
        await compound._gateway.StartAsync(cancellationToken);
        await compound.NextAsync<HealthChanged>(
            change => change.Device.Value == device && change.Health.State == DeviceState.Online, cancellationToken);
        return compound;
    }

    /// <summary>The next observation that fits; of the urgent ones, which have a queue of their own, when told so.</summary>
    public async Task NextAsync<T>(Func<T, bool> which, CancellationToken cancellationToken, bool urgent = false)
        where T : Observation
    {
        var source = _gateway.Services.GetRequiredService<IObservationSource>();
        await foreach (var observation in urgent ? source.ReadUrgentAsync(cancellationToken) : source.ReadAllAsync(cancellationToken))
        {
            if (observation is T wanted && which(wanted))
            {
                return;
            }
        }
    }

    /// <summary>Runs a verb; its output is in <see cref="Output"/> and <see cref="Errors"/>, which this empties first.</summary>
    public Task<int> RunAsync(CancellationToken cancellationToken, params string[] verb)
    {
        _output.GetStringBuilder().Clear();
        _errors.GetStringBuilder().Clear();
        return new RootCommand { BarriersCommand.Create(), ChargingCommand.Create() }.Parse([.. verb, "--data", _folder.Path]).InvokeAsync(
            new InvocationConfiguration { Output = _output, Error = _errors }, cancellationToken);
    }

    /// <summary>What is on record about orders.</summary>
    public async Task<IReadOnlyList<DeviceOrderAudit>> AuditsAsync(CancellationToken cancellationToken)
    {
        var records = await _gateway.Services.GetRequiredService<IJournalReader>().ReadAsync(0, 100, cancellationToken);
        return [.. records.Where(record => record.Kind == EventKind.Audit)
            .Select(record => JsonSerializer.Deserialize<DeviceOrderAudit>(record.Data.Span, JsonSerializerOptions.Web)!)];
    }

    /// <summary>Asks over the network instead of the local socket, with the key or without.</summary>
    public async Task<HttpStatusCode> OverNetworkAsync(string method, string path, bool withKey, CancellationToken cancellationToken)
    {
        var addresses = _gateway.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        using var client = new HttpClient { BaseAddress = new Uri(addresses.First(address => address.StartsWith("http://127", StringComparison.Ordinal))) };
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Content = method == "POST" ? JsonContent.Create(new OrderRequest("duty", "Test")) : null;
        request.Headers.Authorization = withKey ? new AuthenticationHeaderValue("Bearer", new ApiKey(_folder.Path).Load()) : null;
        using var response = await client.SendAsync(request, cancellationToken);
        return response.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        await _gateway.StopAsync();
        await _gateway.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
        await _output.DisposeAsync();
        await _errors.DisposeAsync();
    }
}
