using Gateway.Drivers.Simulation;
using Microsoft.Extensions.Logging;

namespace Gateway.Drivers.Configuration;

/// <summary>What all devices and buses share.</summary>
internal sealed record DriverSurroundings(
    SecretsFile Secrets, DriversOptions Options, TimeProvider Clock, ILoggerFactory Loggers, SimulatedWorld World);
