using EdgeGateway.Testing;
using Gateway.Drivers.Buses.Ocpp.Points;

namespace Gateway.Drivers.Tests.Buses.Ocpp.Points;

public sealed class MessageBudgetTests
{
    [Fact]
    public void After_a_burst_the_rate_is_steady_and_rest_earns_it_back()
    {
        var clock = new FakeTimeProvider();
        var budget = new MessageBudget(clock);

        Assert.All(Enumerable.Range(0, MessageBudget.Burst), _ => Assert.Equal(TimeSpan.Zero, budget.Take()));
        Assert.Equal(TimeSpan.FromSeconds(1.0 / MessageBudget.PerSecond), budget.Take());

        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.All(Enumerable.Range(0, MessageBudget.PerSecond - 1), _ => Assert.Equal(TimeSpan.Zero, budget.Take()));
        Assert.NotEqual(TimeSpan.Zero, budget.Take());

        clock.Advance(TimeSpan.FromDays(1));
        Assert.All(Enumerable.Range(0, MessageBudget.Burst), _ => Assert.Equal(TimeSpan.Zero, budget.Take()));
        Assert.NotEqual(TimeSpan.Zero, budget.Take());
    }
}
