using Gateway.Edge.Access;
using Gateway.Edge.Accounts;
using Gateway.Edge.Accounts.Permissions;
using Gateway.Edge.Accounts.Sessions;
using Microsoft.AspNetCore.Authentication;

namespace Gateway.Edge.Console.SignIn;

/// <summary>Begins sessions, and confirms them again. Wrong tries count per address and per account, those of a confirmation per session. Safe for several threads.</summary>
internal sealed class AccountSignIn(Credentials credentials, CodeTicket tickets, AccountRecords records, StepUps confirmed, ConfirmTries tries, TryLimit limit)
{
    /// <summary>Signs in with name and password. The pause wins over the right password: else it would not slow a guesser down.</summary>
    public async Task<SignInOutcome> PasswordAsync(HttpContext context, string name, string password)
    {
        if (limit.Take(context.Connection.RemoteIpAddress) is { } pause)
        {
            return new SignInOutcome(SignInStep.Paused, pause);
        }

        var check = await credentials.PasswordAsync(name.Trim(), password, From(context, null), context.RequestAborted);
        if (check.Verdict == CredentialVerdict.Right)
        {
            limit.GiveBack(context.Connection.RemoteIpAddress);
        }

        return check switch
        {
            { Verdict: CredentialVerdict.Right, Account: { TwoFactor: true } account } => new SignInOutcome(SignInStep.CodeNeeded, Ticket: tickets.Make(account)),
            { Verdict: CredentialVerdict.Right, Account: { } account } => await BeginAsync(context, account),
            _ => await RefuseAsync(context, check, SignInStep.Wrong),
        };
    }

    /// <summary>Signs in with the code that a right password asked for.</summary>
    public async Task<SignInOutcome> CodeAsync(HttpContext context, string? ticket, string code)
    {
        if (limit.Take(context.Connection.RemoteIpAddress) is { } pause)
        {
            return new SignInOutcome(SignInStep.Paused, pause);
        }

        if (tickets.Read(ticket) is not { } account)
        {
            // Nothing was guessed.
            limit.GiveBack(context.Connection.RemoteIpAddress);
            return new SignInOutcome(SignInStep.Again);
        }

        var check = await credentials.CodeAsync(account.Id, code, From(context, account), context.RequestAborted);
        if (check.Verdict == CredentialVerdict.Right)
        {
            limit.GiveBack(context.Connection.RemoteIpAddress);
        }

        return check is { Verdict: CredentialVerdict.Right, Account: { } now }
            ? await BeginAsync(context, now)
            : await RefuseAsync(context, check, SignInStep.WrongCode) is { } refused && refused.Step == SignInStep.WrongCode ? refused with { Ticket = ticket } : new SignInOutcome(SignInStep.Again);
    }

    /// <summary>Confirms a session with its password or a code. Others' tries to sign in are nothing to it.</summary>
    public Task<SignInOutcome> ConfirmAsync(HttpContext context, string offered) => ConfirmAsync(context, offered, codeCounts: context.Account()!.TwoFactor);

    /// <summary>Confirms a session with its password alone.</summary>
    public Task<SignInOutcome> ConfirmPasswordAsync(HttpContext context, string password) => ConfirmAsync(context, password, codeCounts: false);

    /// <summary>Goes on with a session of the account as it is now: after a change that has ended all others.</summary>
    public async Task GoOnAsync(HttpContext context, AccountStanding account)
    {
        var session = SessionClaims.Begin(account);
        await context.SignInAsync(SessionClaims.SchemeName, session);
        confirmed.Confirm(session);
    }

    private async Task<SignInOutcome> ConfirmAsync(HttpContext context, string offered, bool codeCounts)
    {
        if (tries.Take(context.User) is { } pause)
        {
            return new SignInOutcome(SignInStep.Paused, pause);
        }

        var account = context.Account()!;
        var by = ActionAudit.By(context);
        var isCode = codeCounts && offered.Replace(" ", "", StringComparison.Ordinal) is { Length: SpentCodes.Digits } digits && digits.All(char.IsAsciiDigit);
        if (!await credentials.ConfirmAsync(account.Id, offered, isCode, context.RequestAborted))
        {
            await records.TryPutAsync(AccountDeeds.SignInRefused, by, AccountWords.SignInRefused(account.Name));
            return new SignInOutcome(SignInStep.Wrong);
        }

        tries.GiveBack(context.User);
        confirmed.Confirm(context.User);
        await records.TryPutAsync(AccountDeeds.Confirmed, by, AccountWords.Confirmed);
        return new SignInOutcome(SignInStep.SignedIn);
    }

    private async Task<SignInOutcome> BeginAsync(HttpContext context, AccountStanding account)
    {
        await GoOnAsync(context, account);
        if (account.Language is { } language)
        {
            ConsoleEndpoints.KeepLanguage(context, language);
        }

        await records.TryPutAsync(AccountDeeds.SignedIn, From(context, account), AccountWords.SignedIn);
        return new SignInOutcome(SignInStep.SignedIn, Home: RouteRules.Home(account.Role));
    }

    private async Task<SignInOutcome> RefuseAsync(HttpContext context, CredentialCheck check, SignInStep wrong)
    {
        await records.TryPutAsync(AccountDeeds.SignInRefused, From(context, check.Account), AccountWords.SignInRefused(check.Account?.Name));
        return check.Verdict switch
        {
            CredentialVerdict.LockedOut => new SignInOutcome(SignInStep.LockedOut),
            CredentialVerdict.Disabled => new SignInOutcome(SignInStep.Disabled),
            _ when limit.Pause(context.Connection.RemoteIpAddress) is { } pause => new SignInOutcome(SignInStep.Paused, pause),
            _ => new SignInOutcome(wrong),
        };
    }

    // What was typed as a name may be a password: only the name of an account is ever recorded.
    private static string From(HttpContext context, AccountStanding? account) => ActionAudit.ByName(account?.Name, context);
}
