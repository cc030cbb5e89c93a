using EdgeGateway.Testing;
using Gateway.Edge.Accounts;
using Gateway.Edge.Tests.Console;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Edge.Tests.Accounts;

public sealed class CredentialsTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new();
    private ConsoleUnderTest _gateway = null!;
    private Credentials _credentials = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private AccountBook Book => _gateway.App.Services.GetRequiredService<AccountBook>();

    private OwnAccount Own => _gateway.App.Services.GetRequiredService<OwnAccount>();

    public async ValueTask InitializeAsync()
    {
        _gateway = await ConsoleUnderTest.StartAsync();
        await _gateway.AccountAsync(AccountRole.Guard);
        var services = _gateway.App.Services;
        _credentials = new Credentials(
            services.GetRequiredService<AccountVault>(), Book, services.GetRequiredService<AccountRecords>(), services.GetRequiredService<SpentCodes>(), _time, NullLogger<Credentials>.Instance);
    }

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact(Timeout = 60_000)]
    public async Task Fifth_wrong_password_in_a_row_locks_the_account_for_a_quarter_of_an_hour()
    {
        for (var attempt = 0; attempt < Credentials.MostTries; attempt++)
        {
            Assert.Equal(CredentialVerdict.Wrong, await TryAsync("wrong"));
        }

        Assert.Equal(CredentialVerdict.LockedOut, await TryAsync(ConsoleUnderTest.Password));
        Assert.NotNull(Book.Named("guard")!.LockedUntil);
        _time.Advance(Credentials.Lockout - TimeSpan.FromSeconds(1));
        Assert.Equal(CredentialVerdict.LockedOut, await TryAsync(ConsoleUnderTest.Password));
        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(CredentialVerdict.Right, await TryAsync(ConsoleUnderTest.Password));
    }

    [Fact(Timeout = 60_000)]
    public async Task Lock_is_told_to_whoever_knows_the_password_alone_and_answers_few_guesses()
    {
        for (var attempt = 0; attempt < Credentials.MostTries; attempt++)
        {
            await TryAsync("wrong");
        }

        for (var attempt = 0; attempt < Credentials.MostTries; attempt++)
        {
            Assert.Equal(CredentialVerdict.LockedOut, await TryAsync(ConsoleUnderTest.Password));
            Assert.Equal(CredentialVerdict.Wrong, await TryAsync("wrong"));
        }

        Assert.Equal(CredentialVerdict.Wrong, await TryAsync(ConsoleUnderTest.Password));
        _time.Advance(Credentials.Lockout);
        Assert.Equal(CredentialVerdict.Wrong, await TryAsync("wrong"));
        Assert.Equal(CredentialVerdict.Right, await TryAsync(ConsoleUnderTest.Password));
    }

    [Fact(Timeout = 60_000)]
    public async Task Right_password_in_between_begins_the_count_anew()
    {
        for (var attempt = 0; attempt < 2 * Credentials.MostTries; attempt++)
        {
            await TryAsync(attempt % 4 == 3 ? ConsoleUnderTest.Password : "wrong");
        }

        Assert.Equal(CredentialVerdict.Right, await TryAsync(ConsoleUnderTest.Password));
    }

    [Fact(Timeout = 60_000)]
    public async Task Right_password_does_not_end_a_row_of_wrong_codes()
    {
        var (id, secret) = await WithCodesAsync();
        for (var attempt = 1; attempt < Credentials.MostTries; attempt++)
        {
            Assert.Equal(CredentialVerdict.Wrong, await CodeAsync(id, "not a code"));
        }

        Assert.Equal(CredentialVerdict.Right, await TryAsync(ConsoleUnderTest.Password));
        Assert.Equal(CredentialVerdict.Wrong, await CodeAsync(id, "not a code"));

        Assert.Equal(CredentialVerdict.LockedOut, await CodeAsync(id, TestCodes.Next(secret)));
    }

    [Fact(Timeout = 60_000)]
    public async Task Right_code_ends_a_row_of_wrong_codes()
    {
        var (id, secret) = await WithCodesAsync();
        for (var attempt = 1; attempt < Credentials.MostTries; attempt++)
        {
            await CodeAsync(id, "not a code");
        }

        Assert.Equal(CredentialVerdict.Right, await CodeAsync(id, TestCodes.Next(secret)));
        Assert.Equal(CredentialVerdict.Wrong, await CodeAsync(id, "not a code"));
        Assert.Null(Book.Named("guard")!.LockedUntil);
    }

    [Fact(Timeout = 60_000)]
    public async Task Closed_account_is_told_so_only_to_whoever_knows_its_password()
    {
        await _gateway.App.Services.GetRequiredService<IAccountDesk>().SetEnabledAsync("guard", enabled: false, "test", Token);

        Assert.Equal(CredentialVerdict.Wrong, await TryAsync("wrong"));
        Assert.Equal(CredentialVerdict.Disabled, await TryAsync(ConsoleUnderTest.Password));
    }

    [Fact(Timeout = 60_000)]
    public async Task Code_counts_once_and_so_does_a_recovery_code()
    {
        var id = Book.Named("guard")!.Id;
        var secret = await Own.NewSecretAsync(id, Token);
        Assert.Null(await Own.TurnOnAsync(id, "000000", "test", Token));
        var first = TestCodes.Now(secret);
        var code = TestCodes.Next(secret);
        var on = (await Own.TurnOnAsync(id, first, "test", Token))!.Value;

        Assert.Equal(CredentialVerdict.Wrong, (await _credentials.CodeAsync(id, first, "test", Token)).Verdict);
        Assert.Equal(CredentialVerdict.Right, (await _credentials.CodeAsync(id, code[..3] + " " + code[3..], "test", Token)).Verdict);
        Assert.Equal(CredentialVerdict.Wrong, (await _credentials.CodeAsync(id, code, "test", Token)).Verdict);
        Assert.Equal(10, on.Codes.Count);
        Assert.Equal(CredentialVerdict.Right, (await _credentials.CodeAsync(id, on.Codes[0].ToLowerInvariant(), "test", Token)).Verdict);
        Assert.Equal(CredentialVerdict.Wrong, (await _credentials.CodeAsync(id, on.Codes[0], "test", Token)).Verdict);

        await Own.TurnOffAsync(id, "test", Token);
        Assert.Equal(CredentialVerdict.Wrong, (await _credentials.CodeAsync(id, on.Codes[1], "test", Token)).Verdict);
        Assert.NotEqual(secret, await Own.NewSecretAsync(id, Token));
    }

    [Fact(Timeout = 60_000)]
    public async Task Over_long_names_and_passwords_are_wrong_without_being_looked_at()
    {
        Assert.Equal(CredentialVerdict.Wrong, (await _credentials.PasswordAsync(new string('a', 10_000_000), "x", "test", Token)).Verdict);
        Assert.Equal(CredentialVerdict.Wrong, await TryAsync(new string('a', 10_000_000)));
    }

    private async Task<(string Id, string Secret)> WithCodesAsync()
    {
        var id = Book.Named("guard")!.Id;
        var secret = await Own.NewSecretAsync(id, Token);
        Assert.NotNull(await Own.TurnOnAsync(id, TestCodes.Now(secret), "test", Token));
        return (id, secret);
    }

    private async Task<CredentialVerdict> CodeAsync(string id, string code) => (await _credentials.CodeAsync(id, code, "test", Token)).Verdict;

    private async Task<CredentialVerdict> TryAsync(string password) => (await _credentials.PasswordAsync("guard", password, "test", Token)).Verdict;
}
