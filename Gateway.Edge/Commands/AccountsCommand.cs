using System.CommandLine;
using System.Globalization;
using Gateway.Edge.Accounts;

namespace Gateway.Edge.Commands;

/// <summary><c>gateway accounts</c>: who may sign in to the pages, also for when the administrator's password is lost.</summary>
internal static class AccountsCommand
{
    public static Command Create() => new("accounts", "Who may sign in to the gateway's pages.")
    {
        CreateList(),
        CreateAdd(),
        CreateRole(),
        CreateVerb("enable", "Open an account again.", (desk, name, stop) => desk.SetEnabledAsync(name, enabled: true, AccountDeskOpening.By, stop)),
        CreateVerb("disable", "Close an account and end its sessions.", (desk, name, stop) => desk.SetEnabledAsync(name, enabled: false, AccountDeskOpening.By, stop)),
        CreateVerb(
            "reset-password",
            "Give an account a new password, print it once, lift a lock-out and take the second factor off.",
            (desk, name, stop) => desk.ResetPasswordAsync(name, AccountDeskOpening.By, stop)),
        CreateVerb("end-sessions", "Sign an account out everywhere.", (desk, name, stop) => desk.EndSessionsAsync(name, AccountDeskOpening.By, stop)),
    };

    private static Command CreateList()
    {
        var data = CommandSettings.DataOption();
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var command = new Command("list", "List every account.") { data, json };
        command.SetAction((parse, stop) => Run(parse, data, async desk =>
        {
            var (accounts, output) = (await desk.ListAsync(stop), parse.InvocationConfiguration.Output);
            if (parse.GetValue(json))
            {
                CommandOutcome.PrintJson(output, new { accounts });
                return 0;
            }

            foreach (var account in accounts)
            {
                await output.WriteLineAsync(Line(account));
            }

            return 0;
        }, stop));
        return command;
    }

    private static Command CreateAdd()
    {
        var data = CommandSettings.DataOption();
        var name = NameArgument();
        var role = RoleOption();
        var person = new Option<string?>("--person") { Description = "Who it is for; the log-in name otherwise." };
        var command = new Command("add", "Make an account and print its first password once.") { data, name, role, person };
        command.SetAction((parse, stop) => Run(parse, data, async desk =>
        {
            var login = parse.GetRequiredValue(name);
            return await TellAsync(parse, await desk.AddAsync(login, parse.GetValue(person) ?? login, parse.GetValue(role), AccountDeskOpening.By, stop));
        }, stop));
        return command;
    }

    private static Command CreateRole()
    {
        var data = CommandSettings.DataOption();
        var name = NameArgument();
        var role = new Argument<AccountRole>("role") { Description = RoleNames };
        var command = new Command("role", "Give an account another role; its sessions end.") { data, name, role };
        command.SetAction((parse, stop) => Run(parse, data, async desk =>
            await TellAsync(parse, await desk.SetRoleAsync(parse.GetRequiredValue(name), parse.GetValue(role), AccountDeskOpening.By, stop)), stop));
        return command;
    }

    private static Command CreateVerb(string verb, string description, Func<IAccountDesk, string, CancellationToken, Task<AccountChange>> change)
    {
        var data = CommandSettings.DataOption();
        var name = NameArgument();
        var command = new Command(verb, description) { data, name };
        command.SetAction((parse, stop) => Run(parse, data, async desk => await TellAsync(parse, await change(desk, parse.GetRequiredValue(name), stop)), stop));
        return command;
    }

    private static string RoleNames => string.Join(", ", Enum.GetNames<AccountRole>()) + ".";

    private static Argument<string> NameArgument() => new("name") { Description = "Log-in name." };

    private static Option<AccountRole> RoleOption() => new("--role") { Description = RoleNames, Required = true };

    private static Task<int> Run(ParseResult parse, Option<string?> data, Func<IAccountDesk, Task<int>> verb, CancellationToken stop) =>
        CommandOutcome.RunAsync(parse.InvocationConfiguration.Error, () => AccountDeskOpening.UseAsync(parse.GetValue(data), verb, stop));

    private static async Task<int> TellAsync(ParseResult parse, AccountChange change)
    {
        if (change.Refusal is { } refusal)
        {
            throw new CommandFaultException(refusal.En);
        }

        await parse.InvocationConfiguration.Output.WriteLineAsync(Line(change.Account!));
        if (change.Password is { } password)
        {
            await parse.InvocationConfiguration.Output.WriteLineAsync($"password: {password}");
            await parse.InvocationConfiguration.Output.WriteLineAsync("It is shown once, and must be changed at the first log-in.");
        }

        return 0;
    }

    private static string Line(AccountLine account)
    {
        var state = account.Disabled ? "disabled" : account.LockedUntil is { } until ? $"locked until {until.ToLocalTime():HH:mm:ss}" : "enabled";
        var more = (account.TwoFactor ? ", second factor" : "") + (account.MustChangePassword ? ", password to be changed" : "");
        return string.Create(CultureInfo.InvariantCulture, $"{account.Name,-16} {account.Role,-16} since {account.RoleSince.ToLocalTime():yyyy-MM-dd HH:mm}  {state}{more}  {account.Person}");
    }
}
