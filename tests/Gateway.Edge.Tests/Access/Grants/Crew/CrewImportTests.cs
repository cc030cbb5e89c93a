using System.Text;
using Gateway.Edge.Access.Grants.Crew;

namespace Gateway.Edge.Tests.Access.Grants.Crew;

public sealed class CrewImportTests : IDisposable
{
    private const string Header = "姓名,电话,标签,时段,次数\n";
    private const string Good = "王建国,13800000001,水电工,周一至周五 08:00-18:00,\n李红,13800000002,装修工,,5\n";
    private const string Bad = "赵六,138,水电工,,\n,13800000004,水电工,,\n钱七,13800000005,水电工,夜里,x\n";

    private readonly GrantsFixture _fixture = new();

    private CrewTerms Terms => new(_fixture.Now.AddDays(3), Host: "工单 2026-17");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task Crew_comes_in_with_one_end_for_all()
    {
        await _fixture.StartAsync();

        var report = await ImportAsync(Header + Good, Terms);

        Assert.Equal((2, 2, 2, 0), (report.Rows, report.GoodRows, report.Added, report.FaultCount));
        var grants = await _fixture.Desk.ListAsync(new(), Stop);
        Assert.All(grants, view => Assert.Equal((_fixture.Now.AddDays(3), "工单 2026-17"), (view.Grant.Until, view.Grant.Host)));
        Assert.Equal(["plumber", "decorator"], grants.OrderBy(view => view.Worker.MaskedPhone, StringComparer.Ordinal).Select(view => view.Grant.Tag));
        await _fixture.ReopenAsync();
        Assert.Equal(2, _fixture.Book.Now.Count);
    }

    [Fact]
    public async Task Three_bad_rows_are_named_and_nothing_is_imported_unless_the_good_rows_are_asked_for()
    {
        await _fixture.StartAsync();

        var refused = await ImportAsync(Header + Good + Bad, Terms);

        Assert.Equal((5, 2, 0), (refused.Rows, refused.GoodRows, refused.Added));
        Assert.Equal([4, 5, 6], refused.Faults.Select(fault => fault.Row).Distinct());
        Assert.Contains(refused.Faults, fault => fault is { Row: 4, Column: "电话", Value: "138" });
        Assert.Equal(0, _fixture.Book.Now.Count);

        var taken = await ImportAsync(Header + Good + Bad, Terms with { GoodRowsOnly = true });

        Assert.Equal((2, 2), (taken.Added, _fixture.Book.Now.Count));
        Assert.Equal([4, 5, 6], taken.Faults.Select(fault => fault.Row).Distinct());
    }

    [Theory]
    [InlineData("gates", ";")]
    [InlineData("areas", "、；")]
    public async Task Cell_of_places_that_names_none_is_a_fault_of_its_row(string column, string cell)
    {
        await _fixture.StartAsync();

        var report = await ImportAsync($"name,tag,{column}\n王建国,水电工,{cell}\n", Terms with { GoodRowsOnly = true });

        Assert.Equal(2, Assert.Single(report.Faults).Row);
        Assert.Equal((0, 0), (report.Added, _fixture.Book.Now.Count));
    }

    [Fact]
    public async Task Dry_run_says_the_same_and_changes_nothing()
    {
        await _fixture.StartAsync();

        var report = await ImportAsync(Header + Good, Terms with { DryRun = true });

        Assert.Equal((2, 0, true), (report.GoodRows, report.Added, report.DryRun));
        Assert.Equal(0, _fixture.Book.Now.Count);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("name,surname\nx,y\n", "no such column")]
    [InlineData("phone\n138\n", "is missing")]
    [InlineData("name\n\"x\n", "quotation")]
    [InlineData("name,tag,host\n王建国,水电工,1\n王建国,水电工,1\n", "has this person already")]
    public async Task File_that_is_none_is_refused_in_words(string file, string words)
    {
        await _fixture.StartAsync();

        var report = await ImportAsync(file, Terms);

        Assert.Contains(report.Faults, fault => fault.Reason.En.Contains(words, StringComparison.Ordinal));
        Assert.Equal((0, 0), (report.Added, _fixture.Book.Now.Count));
    }

    [Fact]
    public async Task End_that_has_passed_makes_every_row_bad()
    {
        await _fixture.StartAsync();

        var report = await ImportAsync(Header + Good, Terms with { Until = _fixture.Now, From = _fixture.Now.AddDays(-1), GoodRowsOnly = true });

        Assert.Equal((0, 0, 2), (report.GoodRows, report.Added, report.FaultCount));
    }

    private Task<CrewReport> ImportAsync(string text, CrewTerms terms) => _fixture.Desk.ImportAsync(Encoding.UTF8.GetBytes(text), terms, GrantsFixture.By, Stop);
}
