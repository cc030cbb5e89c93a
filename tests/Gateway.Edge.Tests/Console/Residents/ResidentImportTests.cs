using System.Text;
using EdgeGateway.Testing.Browser;
using Gateway.Edge.Access.Grants.Compound;
using Gateway.Edge.Console.Residents;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Gateway.Edge.Tests.Console.Residents;

/// <summary>Residents without faces from a CSV file.</summary>
public sealed class ResidentImportTests : IAsyncLifetime
{
    private ConsoleUnderTest _gateway = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private ResidentImport Import => _gateway.App.Services.GetRequiredService<ResidentImport>();

    public async ValueTask InitializeAsync() => _gateway = await ConsoleUnderTest.StartAsync();

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact(Timeout = 180_000)]
    public async Task Three_bad_rows_are_named_with_their_fix_and_nothing_is_taken_over_until_they_are_put_right()
    {
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.SignedInAsync(_gateway, "/residents/import");
        await PreviewAsync(page, "姓名,房号,电话,租期结束\r\n王小明,3-1202,13800000001,\r\n,3-1203,,\r\n<img src=x onerror=window.hacked=1>,3-1204,12,\r\n李娜,5-0301,,2020-01-01\r\n");
        await Assertions.Expect(page.Locator("#report [role=alert]")).ToContainTextAsync("有 3 处错误");
        await Assertions.Expect(page.Locator(".gateway-faults tbody tr")).ToHaveCountAsync(3);
        await Assertions.Expect(page.Locator(".gateway-faults tbody tr").Nth(0)).ToContainTextAsync("填写姓名");
        await Assertions.Expect(page.Locator(".gateway-faults tbody tr").Nth(1)).ToContainTextAsync("不是有效电话号码");
        await Assertions.Expect(page.Locator(".gateway-faults tbody tr").Nth(2)).ToContainTextAsync("租期结束时间已过");
        Assert.Equal(0, await page.Locator(".gateway-faults img").CountAsync());
        await Assertions.Expect(page.Locator("#confirm")).ToBeHiddenAsync();
        Assert.Empty(_gateway.Roll().All);

        await PreviewAsync(page, "姓名,房号,电话,租期结束\r\n王小明,3-1202,13800000001,\r\n李娜,5-0301,,2199-06-30\r\n");
        await Assertions.Expect(page.Locator("#report")).ToContainTextAsync("预览：共 2 行，新增 2");
        Assert.Empty(_gateway.Roll().All);
        await page.ClickAsync("#confirm");
        await Assertions.Expect(page.Locator("#report")).ToContainTextAsync("已导入：共 2 行，新增 2");
        Assert.Equal(["138****0001", null], _gateway.Roll().All.Select(resident => resident.MaskedPhone));
        Assert.Single(await _gateway.App.Services.GetRequiredService<ICompoundDesk>().LeasesAsync(Token));
    }

    [Fact(Timeout = 120_000)]
    public async Task Export_taken_over_again_changes_nothing_and_a_filled_cell_changes_its_resident()
    {
        await _gateway.RegisterAsync("王小明", "3-1202", "13800000001");
        await _gateway.LeaseAsync(await _gateway.RegisterAsync("李娜", "5-0301"), 100);
        var export = await Import.ExportAsync("test", Token);
        Assert.Equal((2, 0, 0, 2, 0), Facts(Import.Preview(export)));

        var changed = Encoding.UTF8.GetBytes("name,unit,phone\r\n李娜,5-0301,13900000002\r\n王小明,3-1202,\r\n");
        Assert.Equal((2, 0, 1, 1, 0), Facts(await Import.TakeOverAsync(changed, "test", Token)));
        Assert.Equal(["138****0001", "139****0002"], _gateway.Roll().All.Select(resident => resident.MaskedPhone));
    }

    [Fact(Timeout = 120_000)]
    public async Task Template_can_be_filled_in_and_taken_over()
    {
        using var browser = await _gateway.ConfirmedAsync();
        using var template = await browser.GetAsync("/residents/template.csv");
        Assert.Equal("text/csv", template.Content.Headers.ContentType?.MediaType);
        Assert.Equal((1, 1, 0, 0, 0), Facts(Import.Preview(await template.Content.ReadAsByteArrayAsync(Token))));
    }

    [Fact]
    public async Task Repeated_people_namesakes_unknown_columns_and_broken_files_are_faults()
    {
        await _gateway.RegisterAsync("王小明", "3-1202");
        await _gateway.RegisterAsync("王小明", "3-1202");
        Assert.Equal("姓名", Assert.Single(Preview("name,unit\r\n李娜,1-1\r\n李娜,1-1\r\n").Faults).Column);
        Assert.Contains("同名", Assert.Single(Preview("name,unit\r\n王小明,3-1202\r\n").Faults).Reason.Zh, StringComparison.Ordinal);
        Assert.Contains("没有这一列", Assert.Single(Preview("name,unit,photo\r\n王小明,3-1202,x\r\n").Faults).Reason.Zh, StringComparison.Ordinal);
        Assert.NotEmpty(Preview("").Faults);
        Assert.NotEmpty(Import.Preview([0xFF, 0xFE, 0x00]).Faults);
        Assert.NotEmpty(Preview("name,unit\r\n" + new string('x', 5_000_000) + ",1\r\n").Faults);
    }

    private static (int Rows, int Added, int Changed, int Unchanged, int Faults) Facts(ResidentImportReport report) =>
        (report.Rows, report.Added, report.Changed, report.Unchanged, report.Faults.Count);

    private static async Task PreviewAsync(IPage page, string file)
    {
        await page.SetInputFilesAsync("#file", new FilePayload { Name = "residents.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(file) });
        await page.ClickAsync("#preview");
        await Assertions.Expect(page.Locator("#report")).ToBeVisibleAsync();
    }

    private ResidentImportReport Preview(string file) => Import.Preview(Encoding.UTF8.GetBytes(file));
}
