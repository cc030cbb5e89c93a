using EdgeGateway.Testing.Browser;
using Gateway.Edge.Access.Passes;
using Microsoft.Playwright;

namespace Gateway.Edge.Tests.Console.Residents;

/// <summary>The residents' pages at the sizes, in the languages and in the light that people use.</summary>
public sealed class ResidentLooksTests : IAsyncLifetime
{
    private ConsoleUnderTest _gateway = null!;
    private Chromium _chromium = null!;

    public async ValueTask InitializeAsync()
    {
        _gateway = await ConsoleUnderTest.StartAsync();
        _chromium = await Chromium.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _chromium.DisposeAsync();
        await _gateway.DisposeAsync();
    }

    [Fact(Timeout = 300_000)]
    [Trait("Looks", "pages")]
    public async Task Empty_list_says_what_to_do() => await _chromium.LookAsync(_gateway, "/residents", "residents-empty");

    [Fact(Timeout = 300_000)]
    [Trait("Looks", "pages")]
    public async Task List_fits_whatever_is_in_it()
    {
        await FillAsync();
        await _chromium.LookAsync(_gateway, "/residents", "residents");
        await _chromium.LookAsync(_gateway, "/residents?q=nobody", "residents-nothing");
    }

    [Fact(Timeout = 300_000)]
    [Trait("Looks", "pages")]
    public async Task Enrolment_fits_with_its_faults()
    {
        await _chromium.LookAsync(_gateway, "/residents/new", "resident-new");
        await _chromium.LookAsync(_gateway, "/residents/new", "resident-refused", prepare: async page =>
        {
            await page.CheckAsync("#agree");
            await page.ChooseAsync(ResidentBench.TwoFaces);
            await Assertions.Expect(page.Locator("#photo-verdict")).ToHaveAttributeAsync("data-good", "false");
            await page.ClickAsync("#save");
            await Assertions.Expect(page.Locator("#fault")).ToBeVisibleAsync();
        });
    }

    [Fact(Timeout = 300_000)]
    [Trait("Looks", "pages")]
    public async Task Resident_s_own_page_fits()
    {
        var resident = await FillAsync();
        await _chromium.LookAsync(_gateway, $"/residents/{resident:D}?done=face", "resident", prepare: async page =>
        {
            await Assertions.Expect(page.Locator("#changes li").First).ToBeVisibleAsync();
            await page.ClickAsync("#withdraw");
        });
    }

    [Fact(Timeout = 300_000)]
    [Trait("Looks", "pages")]
    public async Task Import_fits_with_its_faults() => await _chromium.LookAsync(_gateway, "/residents/import", "residents-import", prepare: async page =>
    {
        await page.SetInputFilesAsync("#file", new FilePayload { Name = "residents.csv", MimeType = "text/csv", Buffer = "姓名,房号,电话\r\n,3-1202,\r\n王磊,3-1202,12\r\n"u8.ToArray() });
        await page.ClickAsync("#preview");
        await Assertions.Expect(page.Locator("#report")).ToBeVisibleAsync();
    });

    private async Task<Guid> FillAsync()
    {
        var wang = await _gateway.EnrolAsync("王小明", "3-1202");
        await _gateway.ParkAsync("京A12345", "3-1202");
        await _gateway.ParkAsync("京AD12345", "3-1202");
        await _gateway.ParkAsync("沪B55555", "3-1202");
        await _gateway.LeaseAsync(wang, 7);
        _gateway.Passes().Issue(new PassRequest(wang.Id, "0012345678"));
        _gateway.Passes().Issue(new PassRequest(wang.Id));
        var li = await _gateway.RegisterAsync("李娜", "5-0301", "13800000001");
        await _gateway.LeaseAsync(li, -3);
        var long_ = await _gateway.RegisterAsync(new string('W', 40), new string('9', 32), "+4915112345678");
        await _gateway.LeaseAsync(long_, 300);
        await _gateway.RegisterAsync("<b>x", "1-0101");
        return wang.Id;
    }
}
