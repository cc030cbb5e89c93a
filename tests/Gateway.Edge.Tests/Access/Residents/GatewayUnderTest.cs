using Gateway.Edge.Access.Residents;

namespace Gateway.Edge.Tests.Access.Residents;

/// <summary>The residents' API in a real server.</summary>
internal sealed class GatewayUnderTest() : ApiGateway(static (_, _) => { }, static app => app.MapResidents());
