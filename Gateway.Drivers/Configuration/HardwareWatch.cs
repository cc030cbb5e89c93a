using System.Security.Cryptography;
using Gateway.Drivers.Devices;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Gateway.Drivers.Configuration;

/// <summary>
/// Puts a changed hardware or secrets file in force while the gateway runs. A file that cannot be used is named, in the log and as the
/// state of the device <c>hardware-file</c>; the one before stays in force. Looks every few seconds, because notices of changes get lost
/// on network file systems and when editors replace a file.
/// </summary>
internal sealed class HardwareWatch(
    string file, string? secretsFile, Func<string, string?> lookup, HardwareCheck? check, DeviceHub hub, TimeProvider clock, ILogger<HardwareWatch> logger)
    : BackgroundService
{
    /// <summary>Who the file is where devices report; its kind is <c>hardware-file</c>.</summary>
    public const string Name = "hardware-file";

    /// <summary>How often the files are looked at.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    private readonly DeviceReporter _reporter = new(new DeviceId(Name), Name, clock);
    private byte[] _seen = Print(file, secretsFile);

    /// <summary>Whether the file as it stands is the one in force.</summary>
    public DeviceHealth Health => _reporter.Health;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var print = Print(file, secretsFile);
            if (!print.AsSpan().SequenceEqual(_seen))
            {
                _seen = print;
                await TakeAsync(stoppingToken);
                await PassOnAsync(stoppingToken);
            }
        }
    }

    private async Task TakeAsync(CancellationToken cancellationToken)
    {
        Dictionary<string, string> details = new(StringComparer.Ordinal) { ["file"] = file };
        try
        {
            var hardware = HardwareReader.Read(file, lookup);
            check?.Invoke(hardware);
            await hub.ApplyAsync(hardware, SecretsFile.Read(secretsFile), cancellationToken);
            await _reporter.HealthAsync(
                DeviceState.Online, "ok", new Wording("硬件文件已生效", "The hardware file is in force"), details, cancellationToken);
        }
#pragma warning disable CA1031 // Supervision boundary: whatever a file or a new device throws, the next change of the file must be taken up.
        catch (Exception error) when (error is not OperationCanceledException)
#pragma warning restore CA1031
        {
            DeviceLog.ChangeRefused(logger, error);
            details["errors"] = error.Message;
            var first = error is HardwareFileException { Errors: [var one, ..] } ? new Wording($"{one.Path}（第 {one.Line} 行）：{one.Problem.Zh}", $"{one}") : new Wording(error.Message, error.Message);
            await _reporter.HealthAsync(
                DeviceState.Degraded,
                "hardware-file-refused",
                new Wording($"修改后的硬件文件未生效，仍使用原来的：{first.Zh}", $"The changed hardware file is not used, the one before stays in force: {first.En}"),
                details,
                cancellationToken);
        }
    }

    private async Task PassOnAsync(CancellationToken cancellationToken)
    {
        while (_reporter.Queue.TryRead(out var observation))
        {
            await hub.ObserveAsync(observation, cancellationToken);
        }
    }

    /// <summary>A hash of both files as they stand; an absent file has one as well.</summary>
    private static byte[] Print(params ReadOnlySpan<string?> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var path in files)
        {
            try
            {
                hash.AppendData(path is null ? [] : File.ReadAllBytes(path));
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                hash.AppendData("absent"u8);
            }
        }

        return hash.GetHashAndReset();
    }
}
