using System.CommandLine;
using Gateway.Cloud.Station.Commands;

// Longer than the host's own limit for stopping its services, so that SIGTERM ends in order on a busy machine and not in the middle.
return await StationCommand.Create().Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(40) });
