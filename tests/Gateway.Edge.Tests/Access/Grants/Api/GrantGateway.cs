using Gateway.Edge.Access.Grants;
using Gateway.Edge.Access.Grants.Api;
using Gateway.Edge.Access.Vehicles;

namespace Gateway.Edge.Tests.Access.Grants.Api;

/// <summary>The grants' API in a real server.</summary>
internal sealed class GrantGateway() : ApiGateway(
    static (services, configuration) => services.AddVehicles(configuration).AddGrants(configuration), static app => app.MapGrants());
