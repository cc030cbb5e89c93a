using Gateway.Cloud.Contract.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Gateway.Cloud.Tests.Contract.Hosting;

public sealed class HostStartTests
{
    private readonly Part _first = new();

    [Fact(Timeout = 60_000)]
    public async Task Host_told_to_stop_while_it_starts_stops_what_had_started_and_names_no_fault()
    {
        using var stop = new CancellationTokenSource();
        await using var app = Build(async started =>
        {
            await stop.CancelAsync();
            started.ThrowIfCancellationRequested();
        });

        Assert.False(await app.StartOrStopAsync(stop.Token));
        Assert.True(_first.Stopped);
    }

    [Fact(Timeout = 60_000)]
    public async Task Signal_while_it_starts_is_no_fault_either()
    {
        WebApplication? host = null;
        await using var app = host = Build(started =>
        {
            host!.Lifetime.StopApplication();
            started.ThrowIfCancellationRequested();
            return Task.CompletedTask;
        });

        Assert.False(await app.StartOrStopAsync(TestContext.Current.CancellationToken));
        Assert.True(_first.Stopped);
    }

    [Fact(Timeout = 60_000)]
    public async Task Part_that_cannot_start_is_told_after_the_others_have_stopped()
    {
        await using var app = Build(_ => throw new InvalidDataException("broken"));

        Assert.Equal("broken", (await Assert.ThrowsAsync<InvalidDataException>(() => app.StartOrStopAsync(TestContext.Current.CancellationToken))).Message);
        Assert.True(_first.Stopped);
    }

    private WebApplication Build(Func<CancellationToken, Task> start)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0));
        builder.Services.AddSingleton<IHostedService>(_first);
        builder.Services.AddSingleton<IHostedService>(new Part(start));
        return builder.Build();
    }

    private sealed class Part(Func<CancellationToken, Task>? start = null) : IHostedService
    {
        public bool Stopped { get; private set; }

        public Task StartAsync(CancellationToken cancellationToken) => start?.Invoke(cancellationToken) ?? Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken)
        {
            Stopped = true;
            return Task.CompletedTask;
        }
    }
}
