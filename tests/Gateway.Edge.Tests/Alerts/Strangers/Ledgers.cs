using Gateway.Edge.Alerts.Strangers;
using Gateway.Edge.Alerts.Strangers.Visits;
using Gateway.Edge.Tests.Access.Residents;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Edge.Tests.Alerts.Strangers;

/// <summary>The visits of strangers as the gateway puts them together, for tests of something else.</summary>
internal static class Ledgers
{
    public static VisitLedger Make(string folder, IStrangerStore strangers, TimeProvider? time = null)
    {
        var options = new StrangerOptions();
        return new VisitLedger(
            options,
            new ReturningFaces(options, new MadeUpFaces()),
            VisitStore.Open(folder, NullLogger<VisitStore>.Instance),
            strangers,
            time ?? TimeProvider.System,
            NullLogger<VisitLedger>.Instance);
    }
}
