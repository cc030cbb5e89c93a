using System.CommandLine;
using Gateway.Edge.Commands;

// Longer than the host's own limit for stopping its services, so that SIGTERM ends in order on a busy box and not in the middle.
return await GatewayCommand.Create().Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(20) });
