using System.Net;
using EdgeGateway.Testing.Browser;
using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Access.Vehicles.Stays;
using Gateway.Edge.Console.History;
using Gateway.Edge.Journal;
using Gateway.Edge.Tests.Console.Vehicles;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Edge.Tests.Console.History;

/// <summary>What the journal and the stays tell of past vehicles.</summary>
public sealed class HistoryPageTests : IAsyncLifetime
{
    private ConsoleUnderTest _gateway = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private HistoryReader Reader => _gateway.App.Services.GetRequiredService<HistoryReader>();

    public async ValueTask InitializeAsync() => _gateway = await ConsoleUnderTest.StartAsync();

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact(Timeout = 120_000)]
    public async Task Passages_are_found_by_part_of_a_plate_barrier_and_outcome()
    {
        await RecordAsync("京A12345", VehicleData.Passed, "OpenedResident");
        await RecordAsync("沪B55555", VehicleData.Decided, "Unknown", barrier: "barrier-west");
        await RecordAsync("沪B55555", VehicleData.Passed, "Unknown", barrier: "barrier-west", by: "console:administrator");
        await RecordAsync(null, VehicleData.Decided, "Unreadable");
        await RecordAsync("冀B88888", VehicleData.Tailgated, "Denied");
        using var browser = await SignedInAsync();

        Assert.Equal(5, await CountAsync(browser, "/vehicle-history"));
        Assert.Equal(2, await CountAsync(browser, "/vehicle-history?plate=b555"));
        Assert.Equal(2, await CountAsync(browser, "/vehicle-history?plate=b%C2%B755"));
        Assert.Equal(2, await CountAsync(browser, "/vehicle-history?barrier=barrier-west"));
        Assert.Equal(1, await CountAsync(browser, "/vehicle-history?outcome=Unreadable"));
        Assert.Equal(1, await CountAsync(browser, "/vehicle-history?outcome=vehicle-tailgated"));
        Assert.Equal(0, await CountAsync(browser, "/vehicle-history?since=2099-01-01T00:00"));
        Assert.Equal(0, await CountAsync(browser, "/vehicle-history?until=2001-01-01T00:00"));
        var html = await HtmlAsync(browser, "/vehicle-history?barrier=barrier-west");
        Assert.Contains("放行人 console:administrator", html, StringComparison.Ordinal);
        Assert.Contains("请至少填两位", await HtmlAsync(browser, "/vehicle-history?plate=B"), StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task Decision_that_opened_is_told_by_its_passage_and_records_of_later_versions_are_left_out()
    {
        await RecordAsync("京A12345", VehicleData.Decided, "OpenedResident");
        await RecordAsync("京A12345", "vehicle-flown", "OpenedResident");
        await RecordAsync("京A12345", VehicleData.Passed, "OpenedByMagic");
        await _gateway.Journal.AppendAsync(new JournalEntry(EventKind.Vehicle, EventPriority.Info, "barrier-east", "{\"code\":7}"u8.ToArray(), []), Token);
        await _gateway.Journal.AppendAsync(new JournalEntry(EventKind.Vehicle, EventPriority.Info, "barrier-east", "{}"u8.ToArray(), []), Token);

        var found = await Reader.FindAsync(new HistoryFilter(), before: null, 50, Token);

        Assert.Equal("已通过", Assert.Single(found.Lines).Outcome.Zh);
    }

    [Fact(Timeout = 120_000)]
    public async Task Older_records_follow_without_gap_or_repetition()
    {
        for (var number = 0; number < 120; number++)
        {
            await RecordAsync($"京A{number:D5}", VehicleData.Passed, "OpenedResident");
            await _gateway.Journal.AppendAsync(Samples.Passage(PassageOutcome.Refused), Token);
        }

        var seen = new List<long>();
        long? before = null;
        do
        {
            var part = await Reader.FindAsync(new HistoryFilter(), before, HistoryReader.Rows, Token);
            seen.AddRange(part.Lines.Select(line => line.Sequence));
            before = part.Before;
        }
        while (before is not null);

        Assert.Equal(120, seen.Count);
        Assert.Equal(seen.OrderDescending(), seen);
        Assert.Equal(120, seen.Distinct().Count());
        using var browser = await SignedInAsync();
        var first = await HtmlAsync(browser, "/vehicle-history?plate=A0");
        Assert.Contains("更早的记录", first, StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task Picture_is_there_where_one_was_kept_and_nothing_else_of_the_journal_has_an_address()
    {
        var media = _gateway.App.Services.GetRequiredService<IMediaStore>();
        var picture = await media.StoreAsync(new byte[] { 0xFF, 0xD8, 0xFF, 0xD9 }, "image/jpeg", VehicleData.PictureRole, Token);
        var portrait = await media.StoreAsync(new byte[] { 0xFF, 0xD8, 0xFF, 0xD8 }, "image/jpeg", "portrait", Token);
        var kept = await RecordAsync("冀B88888", VehicleData.Decided, "Denied", pictures: [picture]);
        var other = await _gateway.Journal.AppendAsync(new JournalEntry(EventKind.Stranger, EventPriority.High, "gate-east", "{}"u8.ToArray(), [portrait]), Token);
        using var browser = await SignedInAsync();

        using var shown = await browser.GetAsync($"/vehicle-history/pictures/{kept.Sequence}.jpg");
        Assert.Equal((HttpStatusCode.OK, true), (shown.StatusCode, shown.Headers.CacheControl?.NoStore));
        using var hidden = await browser.GetAsync($"/vehicle-history/pictures/{other.Sequence}.jpg");
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        Assert.Contains($"/vehicle-history/pictures/{kept.Sequence}.jpg", await HtmlAsync(browser, "/vehicle-history"), StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task Export_holds_what_was_found_defuses_formulas_and_is_on_record()
    {
        await RecordAsync("京A12345", VehicleData.Passed, "OpenedResident", reason: "=cmd()");
        await RecordAsync("沪B55555", VehicleData.Passed, "OpenedResident");
        using var browser = await SignedInAsync();

        using var answer = await browser.GetAsync("/vehicle-history/export.csv?plate=A123");
        var text = await answer.Content.ReadAsStringAsync(Token);

        Assert.Equal("text/csv", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("京A·12345", text, StringComparison.Ordinal);
        Assert.DoesNotContain("沪B", text, StringComparison.Ordinal);
        Assert.Contains("'=cmd()", text, StringComparison.Ordinal);
        var records = await _gateway.App.Services.GetRequiredService<IJournalReader>().ReadAsync(0, 100, Token);
        Assert.Contains(records, record => record.Kind == EventKind.Audit && System.Text.Encoding.UTF8.GetString(record.Data.Span).Contains("vehicle-history-export", StringComparison.Ordinal));
    }

    [Fact(Timeout = 120_000)]
    public async Task Stay_is_begun_shown_settled_and_ended_with_a_reason()
    {
        var stays = _gateway.App.Services.GetRequiredService<IVehicleStays>();
        var stay = (await stays.BeginAsync("京A12345", new StayCorrection("入口相机故障"), "test", Token)).Stay!;
        using var browser = await SignedInAsync();
        Assert.Contains("京A·12345", await HtmlAsync(browser, "/vehicle-history?show=inside"), StringComparison.Ordinal);
        Assert.Contains("没有超时车辆", await HtmlAsync(browser, "/vehicle-history?show=overstaying"), StringComparison.Ordinal);
        var path = $"/vehicle-history/stays/{stay.Id}";

        using var unsaid = await browser.PostAsync(path, path, ("_handler", "correct"), ("Form.Deed", "end"));
        Assert.Matches("id=\"why-fault\"[^>]*><svg", await unsaid.Content.ReadAsStringAsync(Token));
        using var ended = await browser.PostAsync(path, path, ("_handler", "correct"), ("Form.Deed", "end"), ("Form.Why", "出口相机故障"));
        Assert.Contains("已保存", await ended.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.NotEqual(StayState.Inside, (await stays.ShowAsync(stay.Id, Token))!.State);
    }

    [Fact(Timeout = 300_000)]
    [Trait("Looks", "pages")]
    public async Task History_fits_phone_and_desk_in_both_languages_without_accessibility_violations()
    {
        await RecordAsync("京A12345", VehicleData.Passed, "OpenedResident");
        await RecordAsync("沪AD12345", VehicleData.Passed, "Unknown", by: "console:administrator");
        await RecordAsync(null, VehicleData.Decided, "Unreadable");
        await RecordAsync("冀B88888", VehicleData.Tailgated, "Denied");
        var stays = _gateway.App.Services.GetRequiredService<IVehicleStays>();
        await stays.BeginAsync("京A12345", new StayCorrection("入口相机故障"), "test", Token);
        await using var chromium = await Chromium.StartAsync();
        await chromium.LookAsync(_gateway, "/vehicle-history", "history");
        await chromium.LookAsync(_gateway, "/vehicle-history?show=inside", "history-inside");
    }

    private async Task<JournalRecord> RecordAsync(
        string? plate, string code, string outcome, string barrier = "barrier-east", string? by = null, string? reason = null, IReadOnlyList<MediaReference>? pictures = null)
    {
        var name = barrier == "barrier-east" ? new LocalizedText("东门道闸", "East barrier") : new LocalizedText("西门道闸", "West barrier");
        var words = new LocalizedText(reason ?? $"{plate ?? "车牌不明的车辆"}：已记录", reason ?? $"{plate ?? "A vehicle without a readable plate"}: on record");
        var data = new VehicleData(
            barrier, name, code, words, "Up", "Automatic", MadeUpVehicles.Now, by, OrderReason: null, Guid.NewGuid().ToString(), plate, "Unknown", outcome, "In");
        return await _gateway.Journal.AppendAsync(JournalEntry.Of(EventKind.Vehicle, EventPriority.Info, barrier, data, pictures ?? []), Token);
    }

    private static async Task<int> CountAsync(FormBrowser browser, string path) => (await HtmlAsync(browser, path)).Split("class=\"gateway-history-line\"").Length - 1;

    private static async Task<string> HtmlAsync(FormBrowser browser, string path)
    {
        using var answer = await browser.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Token);
    }

    private async Task<FormBrowser> SignedInAsync()
    {
        var browser = new FormBrowser(_gateway.Address);
        await browser.SignInAsync(_gateway);
        return browser;
    }
}
