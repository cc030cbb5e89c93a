using EdgeGateway.Testing.Browser;
using Gateway.Edge.Access.Vehicles;
using Gateway.Edge.Access.Vehicles.Csv;
using Gateway.Edge.Access.Vehicles.MoveCar;
using Gateway.Edge.Access.Vehicles.Parking;
using Gateway.Edge.Access.Vehicles.Stays;
using Microsoft.Playwright;

namespace Gateway.Edge.Tests.Console.Vehicles;

/// <summary>How the pages of vehicles look: they fit phone and desk in both languages, light and dark, and axe finds nothing.</summary>
public sealed class VehicleLooksTests : IAsyncLifetime
{
    private readonly MadeUpVehicles _vehicles = new();
    private ConsoleUnderTest _gateway = null!;
    private Chromium _chromium = null!;

    public async ValueTask InitializeAsync()
    {
        _gateway = await ConsoleUnderTest.StartAsync(services: _vehicles.Replace);
        _chromium = await Chromium.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _chromium.DisposeAsync();
        await _gateway.DisposeAsync();
    }

    [Fact(Timeout = 300_000)]
    [Trait("Looks", "pages")]
    public async Task List_of_vehicles()
    {
        await _chromium.LookAsync(_gateway, "/vehicles", "vehicles-empty");
        Fill();
        await _chromium.LookAsync(_gateway, "/vehicles", "vehicles");
        await _chromium.LookAsync(_gateway, "/vehicles?q=nobody", "vehicles-nothing");
    }

    [Fact(Timeout = 300_000)]
    [Trait("Looks", "pages")]
    public async Task Form_of_a_vehicle()
    {
        Fill();
        await _chromium.LookAsync(_gateway, "/vehicles/new?standing=visitor", "vehicle-new");
        await _chromium.LookAsync(_gateway, "/vehicles/new", "vehicle-faults", prepare: async page =>
        {
            await page.FillAsync("#plate", "京A12");
            await page.ClickAsync("#save");
            await Assertions.Expect(page.Locator("#plate-fault")).ToBeVisibleAsync();
            await page.ClickAsync(".gateway-keys-toggle");
        });
        await _chromium.LookAsync(_gateway, $"/vehicles/{_vehicles.Vehicles[1].Id}", "vehicle-change");
    }

    [Fact(Timeout = 300_000)]
    [Trait("Looks", "pages")]
    public async Task Import()
    {
        await _chromium.LookAsync(_gateway, "/vehicles/import", "import");
        _vehicles.Report = new ImportReport(12, 3, 1, 6, true,
        [
            new(3, "plate", "京A12", new("车牌少了几位", "The plate is too short"), new("填完整的车牌，例如 京A12345", "Write the whole plate, such as 京A12345")),
            new(7, null, "<script>alert(1)</script>", new("这一行列数不对", "The row has the wrong number of columns"), new("补齐缺少的列", "Add the columns that are missing")),
        ], 2);
        await _chromium.LookAsync(_gateway, "/vehicles/import", "import-faults", prepare: PreviewAsync);
        _vehicles.Report = new ImportReport(10, 3, 1, 6, true, [], 0);
        await _chromium.LookAsync(_gateway, "/vehicles/import", "import-preview", prepare: PreviewAsync);
    }

    [Fact(Timeout = 300_000)]
    [Trait("Looks", "pages")]
    public async Task Parking_and_notices()
    {
        await _chromium.LookAsync(_gateway, "/parking", "parking-empty");
        Fill();
        await _chromium.LookAsync(_gateway, "/parking", "parking");
        await _chromium.LookAsync(_gateway, $"/parking/notices/{_vehicles.Notices[0].Id}", "notice");
        await _chromium.LookAsync(_gateway, $"/parking/reports/{_vehicles.Reports[0].Id}", "report");
        await _chromium.LookAsync(_gateway, "/parking/reports/new", "report-new");
    }

    [Fact(Timeout = 300_000)]
    [Trait("Looks", "pages")]
    public async Task Asking_for_a_car_to_be_moved()
    {
        await _chromium.LookAsync(_gateway, "/move-car", "move-car", signIn: false);
        await _chromium.LookAsync(_gateway, "/move-car", "move-car-typed", signIn: false, prepare: async page =>
        {
            foreach (var key in (string[])["沪", "A", "D", "1"])
            {
                await page.ClickAsync($".gateway-key[data-key='{key}']");
            }
        });
        await _chromium.LookAsync(_gateway, "/move-car/status/follow-me", "move-car-status", signIn: false);
        await _chromium.LookAsync(_gateway, "/move-car/status/gone", "move-car-gone", signIn: false, mayBeGone: true);
        _vehicles.Question = new MoveCarQuestion(MadeUpVehicles.Plate("粤B12345"), MadeUpVehicles.Now.AddMinutes(-2), "挡住出入口", "139****0002", null);
        await _chromium.LookAsync(_gateway, "/move-car/answer/once", "move-car-answer", signIn: false);
    }

    private static async Task PreviewAsync(IPage page)
    {
        if (await page.Locator("#report").CountAsync() == 0)
        {
            await page.SetInputFilesAsync("#file", new FilePayload { Name = "cars.csv", MimeType = "text/csv", Buffer = "plate\n京A12345\n"u8.ToArray() });
            await page.ClickAsync("#preview");
            await Assertions.Expect(page.Locator("#report")).ToBeVisibleAsync();
        }
    }

    private void Fill()
    {
        var now = MadeUpVehicles.Now;
        _vehicles.Add("京A12345", VehicleStanding.Resident);
        _vehicles.Add("沪AD12345", VehicleStanding.Visitor, "李娜", "5-0301", until: now.AddHours(5), entries: 1);
        _vehicles.Add("粤Z1234港", VehicleStanding.Visitor, "陈先生", "2-1601", until: now.AddDays(-1), entries: 0);
        _vehicles.Add("苏E1234挂", VehicleStanding.Worker, "张师傅（电梯维修）", "工单 2381", until: now.AddDays(2), note: "每天 18 点前离场");
        _vehicles.Add("浙A1234警", VehicleStanding.Resident, "社区警务", "1-0101");
        _vehicles.Add("冀B88888", VehicleStanding.Denied, "", null, "多次占用消防通道，物业经理批准");
        _vehicles.Places = new Occupancy(187, 23, 2, 240, 30);
        _vehicles.Stays.Add(new Stay(Guid.NewGuid(), MadeUpVehicles.Plate("沪AD12345"), _vehicles.Vehicles[1].Id, VehicleStanding.Visitor, StayState.Inside, now.AddHours(-3), "gate-east", null, null, 120, now.AddHours(-1), null, null, null));
        _vehicles.Stays.Add(new Stay(Guid.NewGuid(), null, null, null, StayState.Left, now.AddHours(-30), "barrier-north", now.AddHours(-28), null, 120, null, null, "administrator, 127.0.0.1", "出口相机故障"));
        _vehicles.Notices.Add(new MoveCarNotice(Guid.NewGuid(), MadeUpVehicles.Plate("粤B12345"), now.AddMinutes(-12), 2, "挡住出入口；3 号楼东侧", NoticeState.ToCall, new("十分钟内没有回答：请致电车主", "No answer within ten minutes: please call the owner"), true, "138****0001", "139****0002", false, false, null, null));
        _vehicles.Notices.Add(new MoveCarNotice(Guid.NewGuid(), MadeUpVehicles.Plate("川A12345"), now.AddMinutes(-3), 1, null, NoticeState.Coming, new("车主 10 分钟内到", "The owner comes within 10 min"), true, "138****0003", null, true, false, now.AddMinutes(7), null));
        _vehicles.Reports.Add(new ParkingReport(Guid.NewGuid(), ParkingKind.FireLane, MadeUpVehicles.Plate("冀B88888"), "3 号楼北侧消防通道", "已贴条", now.AddMinutes(-25), "administrator, 127.0.0.1", ParkingState.Open, null, null, null, true, null));
        _vehicles.Reports.Add(new ParkingReport(Guid.NewGuid(), ParkingKind.DoubleParking, null, "地库 B1 东区", null, now.AddHours(-2), "administrator, 127.0.0.1", ParkingState.OwnerTold, now.AddHours(-1), null, null, false, _vehicles.Notices[0].Id));
    }
}
