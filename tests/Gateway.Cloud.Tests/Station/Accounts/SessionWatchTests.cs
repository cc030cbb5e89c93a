using EdgeGateway.Testing;
using Gateway.Cloud.Station.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Cloud.Tests.Station.Accounts;

public sealed class SessionWatchTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new();
    private StationUnderTest _station = null!;

    public async ValueTask InitializeAsync() => _station = await StationUnderTest.StartAsync();

    public ValueTask DisposeAsync() => _station.DisposeAsync();

    [Fact]
    public async Task Stream_goes_on_while_the_log_in_is_good_and_ends_when_the_security_stamp_changes()
    {
        await using var scope = _station.App.Services.CreateAsyncScope();
        var signIn = scope.ServiceProvider.GetRequiredService<SignInManager<Officer>>();
        var officer = (await signIn.UserManager.FindByNameAsync("officer"))!;
        var user = await signIn.CreateUserPrincipalAsync(officer);
        var watch = new SessionWatch(_station.App.Services.GetRequiredService<IServiceScopeFactory>(), _time);

        var seen = new List<int>();
        await foreach (var item in watch.WhileGoodAsync(user, PulsesAsync(() => signIn.UserManager.UpdateSecurityStampAsync(officer)), TestContext.Current.CancellationToken))
        {
            seen.Add(item);
        }

        Assert.Equal([1, 2, 3], seen);
    }

    // One a minute; the stamp changes after the third.
    private async IAsyncEnumerable<int> PulsesAsync(Func<Task> change)
    {
        for (var number = 1; number <= 10; number++)
        {
            _time.Advance(SessionWatch.Interval);
            if (number == 4)
            {
                await change();
            }

            yield return number;
        }
    }
}
