using Gateway.Edge.Access.Vehicles;
using Gateway.Edge.Access.Vehicles.Api;

namespace Gateway.Edge.Tests.Access.Vehicles.Api;

/// <summary>The vehicles' API in a real server.</summary>
internal sealed class VehicleGateway() : ApiGateway(
    static (services, configuration) => services.AddVehicles(configuration), static app => app.MapVehicles());
