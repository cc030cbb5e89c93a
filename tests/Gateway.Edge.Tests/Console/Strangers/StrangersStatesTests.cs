using System.Net;
using EdgeGateway.Testing.Browser;
using Gateway.Edge.Access.Residents;
using Gateway.Edge.Accounts;
using Gateway.Edge.Alerts.Strangers;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Edge.Tests.Console.Strangers;

/// <summary>The page of strangers when something is off or broken.</summary>
public sealed class StrangersStatesTests
{
    [Fact(Timeout = 60_000)]
    public async Task Page_says_that_strangers_are_paused_while_faces_of_residents_are_missing_and_that_returns_are_off()
    {
        await using var strangers = await StrangersUnderTest.StartAsync(services =>
        {
            services.AddSingleton<IResidentDirectory>(new MissingFaces());
            services.PostConfigure<StrangerOptions>(options => options.RememberFor = TimeSpan.Zero);
        });

        var (status, page) = await ReadAsync(strangers);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("id=\"paused\"", page, StringComparison.Ordinal);
        Assert.Contains("再次出现的识别已关闭", page, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Page_says_that_the_visits_cannot_be_read_and_is_not_empty_then()
    {
        await using var strangers = await StrangersUnderTest.StartAsync();
        await strangers.SeeAsync(1, 5);
        await using (var other = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(strangers.Console.Data, "stranger-visits.db"), Pooling = false }.ToString()))
        {
            await other.OpenAsync(TestContext.Current.CancellationToken);
            await using var drop = other.CreateCommand();
            drop.CommandText = "DROP TABLE feedback";
            await drop.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        var (status, page) = await ReadAsync(strangers);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Contains("id=\"fault\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("没有找到陌生人记录", page, StringComparison.Ordinal);
    }

    private static async Task<(HttpStatusCode Status, string Page)> ReadAsync(StrangersUnderTest strangers)
    {
        using var browser = new FormBrowser(strangers.Console.Address);
        (await browser.SignInAsync(strangers.Console, role: AccountRole.PropertyManager)).Dispose();
        using var answer = await browser.GetAsync("/strangers");
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private sealed class MissingFaces : IResidentDirectory
    {
        public bool IsComplete => false;

        public Resident? Find(Guid id) => null;
    }
}
