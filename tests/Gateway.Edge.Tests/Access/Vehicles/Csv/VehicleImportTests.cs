using System.Text;
using Gateway.Edge.Access.Vehicles;
using Gateway.Edge.Access.Vehicles.Csv;
using Gateway.Edge.Access.Vehicles.Registry;

namespace Gateway.Edge.Tests.Access.Vehicles.Csv;

public sealed class VehicleImportTests : IAsyncLifetime
{
    private const string Header = "车牌,类别,车主,房号,电话,开始,结束,时段,次数,被访或工单,付费分钟,备注\n";

    private readonly VehiclesFixture _fixture = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _fixture.StartAsync();

    public ValueTask DisposeAsync()
    {
        _fixture.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_table_adds_and_changes_and_says_so_and_a_dry_run_says_the_same_and_changes_nothing()
    {
        await _fixture.AddAsync(VehiclesFixture.Resident("京A12345"));
        const string table = Header + """
            京A12345,住户,王小明,3-1202,13900000002,,,,,,,
            京A12346,住户,"李, 四",4-101,,,,,,,,
            沪AD12345,visitor,,,,2026-06-01 08:00,2026/6/2,周一至周五 08:00-18:00,3,5-502,120,'=看房
            京A99999,禁入,,,,,,,,,,逃费
            """;

        var dry = await ImportAsync(table, dryRun: true);
        var listed = await _fixture.Desk.ListAsync(new VehicleFilter(), Stop);
        var done = await ImportAsync(table);

        Assert.Equal(new ImportReport(4, 3, 1, 0, true, dry.Faults, 0), dry);
        Assert.Single(listed);
        Assert.Equal((3, 1, true), (done.Added, done.Changed, done.Done));
        var visitor = Assert.Single(await _fixture.Desk.ListAsync(new VehicleFilter("沪AD"), Stop));
        // The compound's time, and a day alone means its end.
        Assert.Equal(new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero), visitor.From);
        Assert.Equal(new DateTimeOffset(2026, 6, 2, 16, 0, 0, TimeSpan.Zero), visitor.Until);
        Assert.Equal(("Mon-Fri 08:00-18:00", 3, 120, "=看房"), (visitor.Grant!.Hours!.Text, visitor.EntriesLeft, visitor.PaidMinutes, visitor.Note));
        Assert.Equal("139****0002", Assert.Single(await _fixture.Desk.ListAsync(new VehicleFilter("A12345"), Stop)).MaskedPhone);
        Assert.Equal("李, 四", Assert.Single(await _fixture.Desk.ListAsync(new VehicleFilter("12346"), Stop)).Owner);
        Assert.Equal(VehicleOutcome.Denied, _fixture.Decide("京A99999").Outcome);
    }

    [Fact]
    public async Task A_cell_that_cannot_be_read_hides_no_other_fault_of_its_row_and_what_is_over_is_not_taken_in()
    {
        const string table = Header + "京A12345,访客,,,12,,,周八,多次,,,\n京A12346,客人,,,12,,,,,,,\n京A12347,访客,,,,2020-01-01,2020-01-02,,,3-1202,,\n";

        var report = await ImportAsync(table);

        Assert.Equal(
            new[] { "2 次数 多次", "2 电话 12", "2 结束 ", "2 时段 周八", "2 被访或工单 ", "3 电话 12", "3 类别 客人", "4 结束 2020-01-02" }.Order(StringComparer.Ordinal),
            report.Faults.Select(fault => $"{fault.Row} {fault.Column} {fault.Value}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task One_wrong_cell_is_named_by_row_and_column_and_keeps_all_rows_out()
    {
        const string table = Header + "京A12345,住户,王小明,3-1202,,,,,,,,\n京A12346,住户,李四,,1.38E+10,,,,,,,\n京O1,客人,,,,昨天,,,多次,,,\n京A12345,住户,王小明,3-1202,,,,,,,,\n";

        var report = await ImportAsync(table);

        Assert.Equal(
            ["3 房号 ", "3 电话 1.38E+10", "4 类别 客人", "4 开始 昨天", "4 次数 多次", "4 车牌 京O1", "5 车牌 京A12345"],
            report.Faults.Select(fault => $"{fault.Row} {fault.Column} {fault.Value}"));
        Assert.All(report.Faults, fault => Assert.True(fault.Reason.Zh.Length > 3 && fault.Reason.En.Length > 3 && fault.Fix.Zh.Length > 3 && fault.Fix.En.Length > 3));
        Assert.Equal((0, 0, 7, false), (report.Added, report.Changed, report.FaultCount, report.Done));
        Assert.Empty(await _fixture.Desk.ListAsync(new VehicleFilter(), Stop));
        Assert.Equal(0, _fixture.Journal.LastSequence);
    }

    [Fact]
    public async Task What_is_exported_is_imported_again_without_a_change()
    {
        await _fixture.AddAsync(VehiclesFixture.Resident("京A12345") with { Note = "=HYPERLINK(\"http://x\")", Owner = "王\"小\"明" });
        _fixture.Clock.Advance(TimeSpan.FromMilliseconds(1234));
        await _fixture.AddAsync(_fixture.Visitor("京A12346", entries: 3, hoursOfWeek: "Sat 22:00-02:00"));
        await _fixture.PassAsync("京A12346");
        await _fixture.Desk.DenyAsync(new VehicleDenial("京A12347", "+86 骚扰", _fixture.Now.AddDays(3)), VehiclesFixture.By, Stop);
        var before = await _fixture.Desk.ListAsync(new VehicleFilter(), Stop);

        foreach (var withPhones in new[] { false, true })
        {
            var file = await _fixture.Desk.ExportAsync(withPhones, VehiclesFixture.By, Stop);
            var report = await _fixture.Desk.ImportAsync(file, false, VehiclesFixture.By, Stop);

            Assert.Equal((3, 0, 0, 3, 0), (report.Rows, report.Added, report.Changed, report.Unchanged, report.FaultCount));
            Assert.Equal([0xEF, 0xBB, 0xBF], file[..3]);
            Assert.Equal(withPhones, Encoding.UTF8.GetString(file).Contains("13800000001", StringComparison.Ordinal));
            Assert.Contains("138", Encoding.UTF8.GetString(file), StringComparison.Ordinal);
        }

        Assert.Equal(before, await _fixture.Desk.ListAsync(new VehicleFilter(), Stop));
        Assert.Equal("13800000001", await _fixture.Desk.RevealPhoneAsync(before[0].Id, VehiclesFixture.By, Stop));
        Assert.Equal(2, (await _fixture.RecordsAsync()).Count(record => record.Contains(VehicleAudit.Exported, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_table_without_phone_numbers_forgets_none()
    {
        var vehicle = await _fixture.AddAsync(VehiclesFixture.Resident("京A12345"));

        var report = await ImportAsync("plate,standing,owner,unit\n京A12345,resident,王小明,3-1203\n");

        Assert.Equal(1, report.Changed);
        Assert.Equal("13800000001", await _fixture.Desk.RevealPhoneAsync(vehicle.Id, VehiclesFixture.By, Stop));
    }

    [Fact]
    public async Task An_older_table_takes_nobody_off_the_deny_list()
    {
        await _fixture.Desk.DenyAsync(new VehicleDenial("京A12345", "逃费"), VehiclesFixture.By, Stop);

        var report = await ImportAsync("plate,standing,owner,unit\n京A12345,resident,王,1-1\n京A12346,resident,王,1-1\n");

        Assert.Equal((2, "车牌"), (Assert.Single(report.Faults).Row, report.Faults[0].Column));
        Assert.Equal(VehicleOutcome.Denied, _fixture.Decide("京A12345").Outcome);
        Assert.Equal(VehicleOutcome.Unknown, _fixture.Decide("京A12346").Outcome);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("\n\n", "empty")]
    [InlineData("车牌\n京A12345\n", "standing")]
    [InlineData("车牌,类别,品牌\n", "no such column")]
    [InlineData("车牌,类别,plate\n", "twice")]
    public async Task A_header_that_is_not_ours_is_refused_with_the_fix(string table, string word)
    {
        var fault = Assert.Single((await ImportAsync(table)).Faults);

        Assert.Contains(word, fault.Reason.En + fault.Fix.En, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(1, fault.Row);
    }

    [Fact]
    public async Task Rows_with_too_many_cells_or_odd_quotes_are_named_and_the_rest_is_still_looked_at()
    {
        var report = await ImportAsync("plate,standing,owner,unit\n京A12345,resident,王,明,3-1202\n京A\"12346,resident,A,1\n京A1,resident,A,1\n");

        Assert.Equal([2, 3, 4], report.Faults.Select(fault => fault.Row));
    }

    [Fact]
    public async Task Faults_are_told_up_to_a_limit_and_counted_beyond_it()
    {
        var report = await ImportAsync(Header + string.Concat(Enumerable.Repeat("X,住户,王,1,,,,,,,,\n", 700)));

        Assert.Equal((500, 700), (report.Faults.Count, report.FaultCount));
    }

    [Fact]
    public async Task More_rows_than_the_registry_holds_are_refused_as_a_whole()
    {
        _fixture.Close();
        _fixture.Settings["Vehicles:MaximumVehicles"] = "2";
        await _fixture.StartAsync();
        await _fixture.AddAsync(VehiclesFixture.Resident("京A10000"));

        var report = await ImportAsync("plate,standing,owner,unit\n京A10000,resident,A,1\n京A10001,resident,A,1\n京A10002,resident,A,1\n京A10003,resident,A,1\n");

        Assert.Equal(4, Assert.Single(report.Faults).Row);
        Assert.Single(await _fixture.Desk.ListAsync(new VehicleFilter(), Stop));
    }

    [Fact]
    public async Task Ten_thousand_vehicles_are_imported_and_found_after_a_restart()
    {
        var table = new StringBuilder("plate,standing,owner,unit,phone\n");
        for (var number = 0; number < 10_000; number++)
        {
            table.Append(System.Globalization.CultureInfo.InvariantCulture, $"京A{number:00000},resident,王,1-{number},138{number:00000000}\n");
        }

        var report = await ImportAsync(table.ToString());
        await _fixture.ReopenAsync();

        Assert.Equal((10_000, 0), (report.Added, report.FaultCount));
        Assert.Equal(VehicleOutcome.OpenedResident, _fixture.Decide("京A09999").Outcome);
        Assert.Equal(VehicleOutcome.Unknown, _fixture.Decide("京B09999").Outcome);
    }

    private Task<ImportReport> ImportAsync(string table, bool dryRun = false) =>
        _fixture.Desk.ImportAsync(Encoding.UTF8.GetBytes(table), dryRun, VehiclesFixture.By, Stop);
}
