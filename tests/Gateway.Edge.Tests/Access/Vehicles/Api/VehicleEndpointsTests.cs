using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Gateway.Drivers.VehicleBarriers;
using Gateway.Edge.Access;
using Gateway.Edge.Access.Vehicles;
using Gateway.Edge.Access.Vehicles.Api;
using Gateway.Edge.Access.Vehicles.MoveCar;
using Gateway.Edge.Access.Vehicles.Parking;
using Gateway.Edge.Access.Vehicles.Registry;
using Gateway.Edge.Access.Vehicles.Stays;
using Gateway.Edge.Perception.Plates;

namespace Gateway.Edge.Tests.Access.Vehicles.Api;

public sealed class VehicleEndpointsTests : IAsyncLifetime
{
    private readonly VehicleGateway _gateway = new();
    private HttpClient _http = null!;
    private RemoteVehicles _remote = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _gateway.StartAsync();
        var key = new ApiKey(_gateway.Data).Load();
        _http = new HttpClient { BaseAddress = _gateway.Address };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        _remote = new RemoteVehicles(new HttpClient { BaseAddress = _gateway.Address }, key);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        _remote.Dispose();
        await _gateway.DisposeAsync();
    }

    [Fact]
    public async Task A_vehicle_is_added_listed_shown_changed_denied_and_removed_through_the_remote_desk()
    {
        var added = (await _remote.AddAsync(VehiclesFixture.Resident("京A12345"), "ignored", Stop)).Vehicle!;
        var guest = new VehicleDraft("沪AD12345", VehicleStanding.Visitor, From: new(2098, 1, 1, 0, 0, 0, TimeSpan.Zero), Until: new(2099, 1, 1, 0, 0, 0, TimeSpan.Zero), Hours: "Mon 08:00-09:00", Host: "3-1202");
        var visitor = (await _remote.AddAsync(guest, "", Stop)).Vehicle!;
        var changed = (await _remote.ChangeAsync(added.Id, VehiclesFixture.Resident("京A12346", phone: null), "", Stop))!.Vehicle!;
        var denied = (await _remote.DenyAsync(new VehicleDenial("沪AD12345", "逃费"), "", Stop)).Vehicle!;

        Assert.Equal((added.Id, "京A12346", "138****0001"), (changed.Id, changed.Plate.Text, changed.MaskedPhone));
        Assert.Equal("Mon 08:00-09:00", visitor.Grant!.Hours!.Text);
        Assert.Equal((visitor.Id, VehicleStanding.Denied), (denied.Id, denied.Standing));
        Assert.Equal([changed, denied], await _remote.ListAsync(new VehicleFilter(), Stop));
        Assert.Equal([denied], await _remote.ListAsync(new VehicleFilter("沪", VehicleStanding.Denied), Stop));
        Assert.Equal(changed, await _remote.ShowAsync(added.Id, Stop));
        Assert.Equal("13800000001", await _remote.RevealPhoneAsync(added.Id, "", Stop));
        Assert.True(await _remote.RemoveAsync(added.Id, "", Stop));
        Assert.False(await _remote.RemoveAsync(added.Id, "", Stop));
        Assert.Null(await _remote.ShowAsync(added.Id, Stop));
        Assert.Null(await _remote.ChangeAsync(added.Id, VehiclesFixture.Resident("京A12346"), "", Stop));
        Assert.Null(await _remote.RevealPhoneAsync(added.Id, "", Stop));
    }

    [Fact]
    public async Task Refusals_come_back_as_they_were_and_a_taken_plate_is_a_conflict()
    {
        await _remote.AddAsync(VehiclesFixture.Resident("京A12345"), "", Stop);
        using var taken = await _http.PostAsJsonAsync("/api/vehicles", VehiclesFixture.Resident("京A12345"), VehiclesJson.Options, Stop);
        var refused = await _remote.AddAsync(new VehicleDraft("x", VehicleStanding.Resident), "", Stop);

        Assert.Equal(HttpStatusCode.Conflict, taken.StatusCode);
        Assert.Equal(["plate", "owner", "unit"], refused.Refusals.Select(refusal => refusal.Field));
        Assert.All(refused.Refusals, refusal => Assert.NotEmpty(refusal.Reason.Zh));
    }

    [Fact]
    public async Task A_table_goes_in_and_out_and_faults_are_named()
    {
        var good = await _remote.ImportAsync(Encoding.UTF8.GetBytes("plate,standing,owner,unit\n京A12345,resident,王,1-1\n"), false, "", Stop);
        var bad = await _remote.ImportAsync(Encoding.UTF8.GetBytes("plate,standing\n京A1,resident\n"), true, "", Stop);
        var file = await _remote.ExportAsync(false, "", Stop);

        Assert.True(good.Done);
        Assert.Equal((2, 3), (bad.Faults[0].Row, bad.FaultCount));
        Assert.Contains("京A12345,住户,王,1-1", Encoding.UTF8.GetString(file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stays_are_begun_searched_and_corrected_through_the_remote_desk()
    {
        IVehicleStays stays = _remote;
        var begun = (await stays.BeginAsync("京A12345", new StayCorrection("补记"), "", Stop)).Stay!;
        var listed = await stays.ListAsync(new StayFilter("A123", Inside: true, Since: begun.EnteredAt!.Value.AddMinutes(-1)), Stop);
        var settled = await stays.SettleAsync(begun.Id, new StayCorrection("结清"), "", Stop);
        var extended = await stays.AddMinutesAsync(begun.Id, new StayCorrection("加时", Minutes: 5), "", Stop);
        var ended = await stays.EndAsync(begun.Id, new StayCorrection("离场"), "", Stop);

        Assert.Equal([begun], listed);
        Assert.Equal(("not-over", "no-limit"), (settled!.Refusals[0].Code, extended!.Refusals[0].Code));
        Assert.Equal(StayState.Corrected, ended!.Stay!.State);
        Assert.Equal(ended.Stay, await stays.ShowAsync(begun.Id, Stop));
        Assert.Equal(0, (await stays.OccupancyAsync(Stop)).Inside);
        Assert.Null(await stays.EndAsync(Guid.NewGuid(), new StayCorrection("无"), "", Stop));
    }

    [Fact]
    public async Task A_notice_is_asked_for_listed_revealed_and_closed()
    {
        await _remote.AddAsync(VehiclesFixture.Resident("京A12345"), "", Stop);
        using var asked = await _http.PostAsJsonAsync("/api/vehicles/notices", new MoveCarRequest("京A12345"), VehiclesJson.Options, Stop);
        var notice = Assert.Single((await _http.GetFromJsonAsync<List<MoveCarNotice>>("/api/vehicles/notices", VehiclesJson.Options, Stop))!);
        var shown = await PostAsync<PhoneReveal>($"/api/vehicles/notices/{notice.Id}/phone/owner");
        var again = await PostAsync<PhoneReveal>($"/api/vehicles/notices/{notice.Id}/phone/owner");
        var caller = await PostAsync<PhoneReveal>($"/api/vehicles/notices/{notice.Id}/phone/caller");
        var closed = await PostAsync<MoveCarNotice>($"/api/vehicles/notices/{notice.Id}/close");
        using var nobody = await _http.PostAsync(new Uri($"/api/vehicles/notices/{notice.Id}/phone/neighbour", UriKind.Relative), null, Stop);

        Assert.Equal(HttpStatusCode.Accepted, asked.StatusCode);
        Assert.Equal((NoticeState.ToCall, "13800000001", null, null, NoticeState.Closed), (notice.State, shown.Phone, again.Phone, caller.Phone, closed.State));
        Assert.Equal(HttpStatusCode.NotFound, nobody.StatusCode);
    }

    [Fact]
    public async Task A_report_is_made_told_and_resolved()
    {
        using var made = await _http.PostAsJsonAsync("/api/vehicles/reports", new ParkingRequest(ParkingKind.FireLane, "北门", "京A12345"), VehiclesJson.Options, Stop);
        var report = (await made.Content.ReadFromJsonAsync<ParkingReport>(VehiclesJson.Options, Stop))!;
        var told = await PostAsync<ParkingReport>($"/api/vehicles/reports/{report.Id}/tell");
        var resolved = await PostAsync<ParkingReport>($"/api/vehicles/reports/{report.Id}/resolve");
        using var picture = await _http.PostAsync(new Uri($"/api/vehicles/reports/{report.Id}/picture", UriKind.Relative), null, Stop);

        Assert.Equal((HttpStatusCode.Created, "api-key, 127.0.0.1"), (made.StatusCode, report.ReportedBy));
        Assert.Equal((ParkingState.ToCall, ParkingState.Resolved), (told.State, resolved.State));
        Assert.Equal(HttpStatusCode.NotFound, picture.StatusCode);
    }

    [Theory]
    [InlineData("GET", "/api/vehicles")]
    [InlineData("POST", "/api/vehicles")]
    [InlineData("POST", "/api/vehicles/export?phones=true")]
    [InlineData("POST", "/api/vehicles/import")]
    [InlineData("GET", "/api/vehicles/stays")]
    [InlineData("GET", "/api/vehicles/occupancy")]
    [InlineData("GET", "/api/vehicles/notices")]
    [InlineData("GET", "/api/vehicles/reports")]
    public async Task Without_the_key_there_is_nothing(string method, string path)
    {
        using var stranger = new HttpClient { BaseAddress = _gateway.Address };
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var response = await stranger.SendAsync(request, Stop);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Theory]
    [InlineData("application/json", "{", 400, "$")]
    [InlineData("application/json", "null", 400, "$")]
    [InlineData("application/json", """{"plate":"京A12345","standing":"king"}""", 400, "standing")]
    [InlineData("application/json", """{"plate":"京A12345","standing":0}""", 400, "standing")]
    [InlineData("application/json", """{"plate":"京A12345","standing":"resident","admin":true}""", 400, "admin")]
    [InlineData("application/json", """{"standing":"resident"}""", 400, "plate")]
    [InlineData("text/plain", "{}", 415, "application/json")]
    public async Task Malformed_bodies_are_refused_with_the_field(string type, string body, int status, string named)
    {
        using var content = new StringContent(body, Encoding.UTF8, type);
        using var response = await _http.PostAsync(new Uri("/api/vehicles", UriKind.Relative), content, Stop);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Contains(named, await response.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_body_or_table_beyond_the_limit_is_refused()
    {
        using var large = new StringContent($$"""{"plate":"{{new string('x', 100_000)}}"}""", Encoding.UTF8, "application/json");
        using var body = await _http.PostAsync(new Uri("/api/vehicles", UriKind.Relative), large, Stop);
        using var table = new ByteArrayContent(new byte[(8 * 1024 * 1024) + 100]);
        // Asks first: a server that does not want a body closes the door on whoever is still sending it.
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/vehicles/import") { Content = table, Headers = { ExpectContinue = true } };
        using var import = await _http.SendAsync(request, Stop);

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.RequestEntityTooLarge), (body.StatusCode, import.StatusCode));
    }

    [Fact]
    public async Task An_unknown_standing_in_a_filter_is_refused()
    {
        using var response = await _http.GetAsync(new Uri("/api/vehicles?standing=king", UriKind.Relative), Stop);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public void Json_writes_what_it_reads()
    {
        var question = new VehicleQuestion(VehiclesFixture.Plate("京A12345"), true, PlateColour.Blue, "north", LaneDirection.In, DateTimeOffset.UnixEpoch) { Characters = [new('京', 0.5f, '津')] };

        var text = JsonSerializer.Serialize(question, VehiclesJson.Options);

        var read = JsonSerializer.Deserialize<VehicleQuestion>(text, VehiclesJson.Options)!;

        Assert.Equal(question.Characters, read.Characters);
        Assert.Equal(question, read with { Characters = question.Characters });
    }

    private async Task<T> PostAsync<T>(string path)
    {
        using var response = await _http.PostAsync(new Uri(path, UriKind.Relative), null, Stop);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<T>(VehiclesJson.Options, Stop))!;
    }
}
