using System.Security.Cryptography;
using Gateway.Edge.Accounts;
using Microsoft.AspNetCore.DataProtection;

namespace Gateway.Edge.Console.SignIn;

/// <summary>Carries through the form that the password was right, until the code has been given: sealed, for five minutes, for one account as it is now.</summary>
internal sealed class CodeTicket(IDataProtectionProvider protection, AccountBook book)
{
    private static readonly TimeSpan Counts = TimeSpan.FromMinutes(5);

    private readonly ITimeLimitedDataProtector _seal = protection.CreateProtector("gateway.sign-in.code").ToTimeLimitedDataProtector();

    public string Make(AccountStanding account) => _seal.Protect($"{account.Id} {account.Stamp}", Counts);

    /// <summary>The account that the ticket was made for; null where it is none, too old, or the account has changed.</summary>
    public AccountStanding? Read(string? ticket)
    {
        try
        {
            return string.IsNullOrEmpty(ticket) || ticket.Length > 2000 || _seal.Unprotect(ticket).Split(' ') is not [var id, var stamp] ? null : book.Good(id, stamp);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
