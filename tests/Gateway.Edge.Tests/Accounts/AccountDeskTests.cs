using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Accounts;
using Gateway.Edge.Journal;
using Gateway.Edge.Tests.Console;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Edge.Tests.Accounts;

public sealed class AccountDeskTests : IAsyncLifetime
{
    private ConsoleUnderTest _gateway = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private IAccountDesk Desk => _gateway.App.Services.GetRequiredService<IAccountDesk>();

    private AccountBook Book => _gateway.App.Services.GetRequiredService<AccountBook>();

    public async ValueTask InitializeAsync() => _gateway = await ConsoleUnderTest.StartAsync();

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact(Timeout = 60_000)]
    public async Task First_start_makes_an_administrator_whose_password_lies_in_a_private_file_alone()
    {
        var file = Path.Combine(_gateway.Data, FirstAccount.FileName);
        var admin = Assert.Single(await Desk.ListAsync(Token));

        Assert.Equal(("admin", AccountRole.Administrator, true), (admin.Name, admin.Role, admin.MustChangePassword));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(_gateway.Data, "accounts.db")));
        Assert.DoesNotContain(await RecordsAsync(), record => record.Contains(File.ReadAllText(file).Trim(), StringComparison.Ordinal));
    }

    [Theory(Timeout = 60_000)]
    [InlineData("<b>wang</b>")]
    [InlineData("Wang")]
    [InlineData("w")]
    [InlineData("1wang")]
    [InlineData("wang, 10.0.0.1")]
    [InlineData("wang\n")]
    [InlineData("王")]
    [InlineData("")]
    [InlineData("abcdefghijklmnopqrstuvwxyzabcdefg")]
    public async Task Log_in_names_that_could_pass_for_something_else_are_refused(string name)
    {
        var change = await Desk.AddAsync(name, "王芳", AccountRole.Guard, "test", Token);

        Assert.NotNull(change.Refusal);
        Assert.Single(await Desk.ListAsync(Token));
    }

    [Fact(Timeout = 60_000)]
    public async Task Persons_names_are_one_line_and_log_in_names_are_taken_once()
    {
        Assert.NotNull((await Desk.AddAsync("wang", " ", AccountRole.Guard, "test", Token)).Refusal);
        Assert.NotNull((await Desk.AddAsync("wang", "王\n芳", AccountRole.Guard, "test", Token)).Refusal);
        Assert.NotNull((await Desk.AddAsync("wang", new string('王', 10_000_000), AccountRole.Guard, "test", Token)).Refusal);
        Assert.Null((await Desk.AddAsync("wang", "<script>王芳", AccountRole.Guard, "test", Token)).Refusal);
        Assert.Equal(AccountWords.Taken, (await Desk.AddAsync("wang", "王芳", AccountRole.Guard, "test", Token)).Refusal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Last_administrator_stays_one()
    {
        Assert.Equal(AccountWords.LastAdministrator, (await Desk.SetEnabledAsync("admin", enabled: false, "test", Token)).Refusal);
        Assert.Equal(AccountWords.LastAdministrator, (await Desk.SetRoleAsync("admin", AccountRole.Guard, "test", Token)).Refusal);

        await Desk.AddAsync("second", "second", AccountRole.Administrator, "test", Token);
        Assert.True((await Desk.SetEnabledAsync("admin", enabled: false, "test", Token)).Account!.Disabled);
        Assert.Equal(AccountWords.LastAdministrator, (await Desk.SetEnabledAsync("second", enabled: false, "test", Token)).Refusal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Changes_end_sessions_and_are_on_record_with_who_made_them()
    {
        await Desk.AddAsync("wang", "王芳", AccountRole.Guard, "admin, 192.0.2.1", Token);
        var before = Book.Named("wang")!;
        var ended = Book.Ended(before.Id, before.Stamp);
        Assert.False(ended.IsCancellationRequested);

        await Desk.SetRoleAsync("WANG", AccountRole.Auditor, "admin, 192.0.2.1", Token);

        Assert.True(ended.IsCancellationRequested);
        Assert.Null(Book.Good(before.Id, before.Stamp));
        Assert.Equal(AccountRole.Auditor, Book.Named("wang")!.Role);
        Assert.True(Book.Named("wang")!.RoleSince >= before.RoleSince);
        var records = await RecordsAsync();
        Assert.Contains(records, record => record.Contains(AccountDeeds.Added, StringComparison.Ordinal) && record.Contains("admin, 192.0.2.1", StringComparison.Ordinal));
        Assert.Contains(records, record => record.Contains(AccountDeeds.RoleChanged, StringComparison.Ordinal));
        Assert.DoesNotContain(records, record => record.Contains("王芳", StringComparison.Ordinal));
        Assert.Equal(AccountWords.Absent, (await Desk.EndSessionsAsync("nobody", "test", Token)).Refusal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Change_without_effect_ends_no_session()
    {
        await Desk.AddAsync("wang", "王芳", AccountRole.Guard, "test", Token);
        var stamp = Book.Named("wang")!.Stamp;

        await Desk.SetRoleAsync("wang", AccountRole.Guard, "test", Token);
        await Desk.SetEnabledAsync("wang", enabled: true, "test", Token);

        Assert.Equal(stamp, Book.Named("wang")!.Stamp);
    }

    private async Task<IReadOnlyList<string>> RecordsAsync()
    {
        var records = await _gateway.App.Services.GetRequiredService<IJournalReader>().ReadAsync(0, 1000, Token);
        return [.. records.Where(record => record.Kind == EventKind.Audit).Select(record => System.Text.RegularExpressions.Regex.Unescape(System.Text.Encoding.UTF8.GetString(record.Data.Span)))];
    }
}
