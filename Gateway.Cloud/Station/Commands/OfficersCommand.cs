using System.CommandLine;
using Gateway.Cloud.Station.Accounts;
using Gateway.Cloud.Station.Hosting;

namespace Gateway.Cloud.Station.Commands;

/// <summary><c>station officers reset-password NAME</c>.</summary>
internal static class OfficersCommand
{
    public static Command Create() => new("officers", "Accounts of officers.") { ResetPassword() };

    private static Command ResetPassword()
    {
        var name = new Argument<string>("name") { Description = "Log-in name of the officer." };
        var command = new Command("reset-password", "Give an officer a new password, print it once, and lift a lock-out.") { name };
        command.SetAction((parsed, cancellationToken) => CommandFaults.GuardAsync(async () =>
        {
            await using var app = StationHost.Build(parsed.GetValue(StationCommand.Config)?.FullName);
            await StationStart.MigrateAsync(app, cancellationToken);
            await using var scope = app.Services.CreateAsyncScope();
            var passwords = scope.ServiceProvider.GetRequiredService<IssuedPasswords>();
            var password = await passwords.ResetAsync(parsed.GetValue(name)!);
            if (password is null)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync($"station: no officer is named '{parsed.GetValue(name)}'.");
                return 1;
            }

            await parsed.InvocationConfiguration.Output.WriteLineAsync(password);
            return 0;
        }));
        return command;
    }
}
