using System.Diagnostics;
using System.Text.Json;
using Gateway.Drivers.Devices;
using Gateway.Edge.Hosting;
using Gateway.Edge.Passages;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace EdgeGateway.Benchmarks.Garden;

/// <summary>
/// The whole gateway with <c>hw-configs/jinqiao-garden.json</c> on simulated buses, nothing happening: time until all 27 devices are
/// online, and processor time once they are. Pictures are made but not searched for faces: that is the cost of video, not of devices.
/// </summary>
internal static class GardenBenchmark
{
    private const int Devices = 27;
    private const double OnlineSeconds = 5;
    private const double IdlePercent = 5;
    private static readonly TimeSpan s_settle = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_idle = TimeSpan.FromSeconds(60);

    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("garden");
        try
        {
            await using var app = GatewayHost.Build(Settings(folder.FullName), WithoutVideo);
            var devices = app.Services.GetRequiredService<IDeviceDirectory>();
            var started = Stopwatch.GetTimestamp();
            await app.StartAsync();
            while (devices.Health.Count(health => health.State == DeviceState.Online) < Devices && Stopwatch.GetElapsedTime(started) < s_idle)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
            }

            var online = Stopwatch.GetElapsedTime(started).TotalSeconds;
            await Task.Delay(s_settle, TimeProvider.System);
            var (clock, worked) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            await Task.Delay(s_idle, TimeProvider.System);
            var percent = 100 * (Environment.CpuUsage.TotalTime - worked) / Stopwatch.GetElapsedTime(clock);
            Result.Note("garden, managed memory", GC.GetTotalMemory(forceFullCollection: true) / 1048576.0, "MiB");
            await app.StopAsync();

            var inTime = Result.AtMost("garden, all 27 devices online, seconds", online, OnlineSeconds);
            return Result.AtMost("garden, idle, percent of one core", percent, IdlePercent) && inTime ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void WithoutVideo(WebApplicationBuilder builder) =>
        builder.Services.Remove(builder.Services.Single(service => service.ImplementationType == typeof(GateLoops)));

    private static string Settings(string folder)
    {
        var file = Path.Combine(folder, "gateway.json");
        File.WriteAllText(file, JsonSerializer.Serialize(new
        {
            Gateway = new
            {
                Station = "jinqiao",
                Compound = "jinqiao-garden",
                DataDirectory = Path.Combine(folder, "data"),
                HardwareFile = Path.Combine(Repository.Root, "hw-configs", "jinqiao-garden.json"),
                Urls = "http://127.0.0.1:0",
            },
            Drivers = new { Simulate = true },
            Uplink = new { Enabled = false },
            Logging = new { LogLevel = new { Default = "Warning" } },
        }));
        return file;
    }
}
