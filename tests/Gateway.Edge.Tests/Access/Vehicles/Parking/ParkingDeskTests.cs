using EdgeGateway.Testing;
using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Buses.Video.Jpeg;
using Gateway.Edge.Access.Vehicles;
using Gateway.Edge.Access.Vehicles.Parking;
using Gateway.Edge.Journal;

namespace Gateway.Edge.Tests.Access.Vehicles.Parking;

public sealed class ParkingDeskTests : IAsyncLifetime
{
    private readonly VehiclesFixture _fixture = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _fixture.StartAsync();

    public ValueTask DisposeAsync()
    {
        _fixture.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_report_is_taken_down_the_owner_told_and_it_is_resolved_each_on_record()
    {
        await _fixture.AddAsync(VehiclesFixture.Resident("京A12345"));
        var report = await ReportAsync(new ParkingRequest(ParkingKind.FireLane, "3 号楼北侧", "京A12345", "王先生的车"));

        var told = await _fixture.Reports.TellOwnerAsync(report.Id, "guard", Stop);
        var notice = Assert.Single(await _fixture.MoveCar.ListAsync(true, Stop));
        var resolved = await _fixture.Reports.ResolveAsync(report.Id, "guard", Stop);
        await _fixture.ReopenAsync();

        Assert.Equal((ParkingState.ToCall, null, notice.Id), (told!.Report!.State, told.Report.ToldAt, told.Report.Notice)); // no message service
        Assert.Empty(await _fixture.MoveCar.ListAsync(true, Stop));
        Assert.Equal((report.Id, "京A12345"), (notice.Report, notice.Plate.Text));
        Assert.Equal((ParkingState.Resolved, "guard"), (resolved!.State, resolved.ResolvedBy));
        Assert.Empty(await _fixture.Reports.ListAsync(true, Stop));
        Assert.Equal(resolved, Assert.Single(await _fixture.Reports.ListAsync(false, Stop)));
        var records = await _fixture.RecordsAsync();
        string[] names = [VehicleAudit.Reported, VehicleAudit.NoticeTaken, VehicleAudit.ReportTold, VehicleAudit.ReportResolved];
        Assert.All(names, name => Assert.Single(records, record => record.Contains($"\"{name}\"", StringComparison.Ordinal)));
        Assert.All(records, record => Assert.DoesNotContain("12345", record, StringComparison.Ordinal));
        Assert.Equal(-1, _fixture.BytesOnDisk().AsSpan().IndexOf("王先生"u8));
    }

    [Fact]
    public async Task An_owner_counts_as_told_only_where_a_message_is_on_its_way_and_others_requests_outlive_the_report()
    {
        _fixture.Service = new MoveCar.FakeMessages();
        await _fixture.ReopenAsync();
        await _fixture.AddAsync(VehiclesFixture.Resident("京A12345"));
        var known = await ReportAsync(new ParkingRequest(ParkingKind.FireLane, "3 号楼北侧", "京A12345"));
        var unknown = await ReportAsync(new ParkingRequest(ParkingKind.FireLane, "3 号楼北侧", "京A99999"));

        var told = (await _fixture.Reports.TellOwnerAsync(known.Id, "guard", Stop))!.Report!;
        var passedOn = (await _fixture.Reports.TellOwnerAsync(unknown.Id, "guard", Stop))!.Report!;
        await _fixture.MoveCar.AskAsync(new Gateway.Edge.Access.Vehicles.MoveCar.MoveCarRequest("京A12345"), "10.0.0.1", Stop);
        await _fixture.Reports.ResolveAsync(known.Id, "guard", Stop);
        await _fixture.Reports.ResolveAsync(unknown.Id, "guard", Stop);

        Assert.Equal((ParkingState.OwnerTold, _fixture.Now), (told.State, told.ToldAt));
        Assert.Equal((ParkingState.ToCall, null), (passedOn.State, passedOn.ToldAt));
        Assert.Equal(told.Notice, Assert.Single(await _fixture.MoveCar.ListAsync(true, Stop)).Id);
    }

    [Fact]
    public async Task A_picture_is_kept_without_what_the_camera_wrote_into_it_and_every_look_is_on_record()
    {
        var jpeg = ExifTag.Insert(JpegCodec.Encode(new BgrImage(new byte[64 * 48 * 3], 64, 48)), 6);
        var report = await ReportAsync(new ParkingRequest(ParkingKind.DoubleParking, "地库 B2", Picture: jpeg));

        var picture = (await _fixture.Reports.PictureAsync(report.Id, "guard", Stop))!;
        var record = (await _fixture.Journal.ReadAsync(0, 10, Stop))[0];

        Assert.True(report.HasPicture);
        Assert.True(jpeg.AsSpan().IndexOf("Exif"u8) > 0);
        Assert.Equal(-1, picture.AsSpan().IndexOf("Exif"u8));
        // Turned upright by what the tag said.
        Assert.Equal((48, 64), (JpegCodec.ReadHeader(picture).Width, JpegCodec.ReadHeader(picture).Height));
        Assert.Equal(("parking", "image/jpeg"), (Assert.Single(record.Media).Role, record.Media[0].ContentType));
        Assert.Single(await _fixture.RecordsAsync(), text => text.Contains(VehicleAudit.PictureShown, StringComparison.Ordinal));
        Assert.Null(await _fixture.Reports.PictureAsync(Guid.NewGuid(), "guard", Stop));
    }

    [Fact]
    public async Task Bad_fields_are_named_and_nothing_is_stored()
    {
        var bad = await _fixture.Reports.ReportAsync(new ParkingRequest((ParkingKind)9, " ", "京A1", new string('长', 201)), "a", "a", Stop);
        var picture = await _fixture.Reports.ReportAsync(new ParkingRequest(ParkingKind.FireLane, "门口", Picture: [1, 2, 3]), "a", "a", Stop);

        Assert.Equal(["place", "note", "plate", "kind"], bad.Refusals.Select(refusal => refusal.Field));
        Assert.Equal("picture", Assert.Single(picture.Refusals).Field);
        Assert.Empty(await _fixture.Reports.ListAsync(false, Stop));
    }

    [Fact]
    public async Task Without_a_plate_or_once_resolved_no_owner_is_told()
    {
        var nameless = await ReportAsync(new ParkingRequest(ParkingKind.FireLane, "门口"));
        var resolved = await ReportAsync(new ParkingRequest(ParkingKind.FireLane, "门口", "京A12345"));
        await _fixture.Reports.ResolveAsync(resolved.Id, "guard", Stop);

        Assert.Equal("plate", Assert.Single((await _fixture.Reports.TellOwnerAsync(nameless.Id, "guard", Stop))!.Refusals).Field);
        Assert.Equal("over", Assert.Single((await _fixture.Reports.TellOwnerAsync(resolved.Id, "guard", Stop))!.Refusals).Code);
        Assert.Null(await _fixture.Reports.TellOwnerAsync(Guid.NewGuid(), "guard", Stop));
    }

    [Fact]
    public async Task Whoever_reports_too_often_waits()
    {
        for (var count = 0; count < 5; count++)
        {
            await ReportAsync(new ParkingRequest(ParkingKind.FireLane, "门口"));
        }

        var refused = await _fixture.Reports.ReportAsync(new ParkingRequest(ParkingKind.FireLane, "门口"), "10.0.0.1", "public", Stop);

        Assert.Equal("too-often", Assert.Single(refused.Refusals).Code);
    }

    [Fact]
    public async Task Resolved_reports_and_their_pictures_are_erased_after_their_time_and_open_ones_are_not()
    {
        var jpeg = JpegCodec.Encode(new BgrImage(new byte[64 * 48 * 3], 64, 48));
        var old = await ReportAsync(new ParkingRequest(ParkingKind.FireLane, "门口", Picture: jpeg));
        var open = await ReportAsync(new ParkingRequest(ParkingKind.FireLane, "后门"));
        await _fixture.Reports.ResolveAsync(old.Id, "guard", Stop);
        var sha256 = (await _fixture.Journal.ReadAsync(0, 1, Stop))[0].Media[0].Sha256;

        _fixture.Clock.Advance(TimeSpan.FromDays(91));
        await _fixture.Get<VehicleErasure>().EraseAsync(Stop);

        Assert.Equal([open], await _fixture.Reports.ListAsync(false, Stop));
        Assert.Null(await _fixture.Get<IMediaStore>().ReadAsync(sha256, Stop));
    }

    private async Task<ParkingReport> ReportAsync(ParkingRequest request) =>
        (await _fixture.Reports.ReportAsync(request, "10.0.0.1", "public", Stop)).Report ?? throw new InvalidOperationException("The report was refused.");
}
