using EdgeGateway.Testing.Browser;
using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Buses.Video.Jpeg;
using Gateway.Edge.Access.Grants.Compound;
using Gateway.Edge.Access.Passes;
using Gateway.Edge.Access.Residents;
using Gateway.Edge.Access.Vehicles;
using Gateway.Edge.Access.Vehicles.Registry;
using Gateway.Edge.Accounts;
using Gateway.Edge.Tests.Perception.Faces;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Gateway.Edge.Tests.Console.Residents;

/// <summary>What tests of the residents' pages do again and again.</summary>
internal static class ResidentBench
{
    public static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>A photo that every check lets pass: faces of a sheet that every clone has.</summary>
    public static byte[] GoodPhoto(int column = 0) => JpegCodec.Encode(FaceSheet.Cut(0, column), 95);

    public static byte[] DarkPhoto => JpegCodec.Encode(Map(FaceSheet.Cut(0, 0), value => value / 8), 95);

    public static byte[] TwoFaces =>
        JpegCodec.Encode(FaceSheet.Scene(900, 500).Paint(FaceSheet.Cut(0, 0), 60, 90).Paint(FaceSheet.Cut(2, 11), 520, 90), 95);

    public static byte[] FarAway => JpegCodec.Encode(FaceSheet.Scene(640, 480).Paint(FaceSheet.Cut(0, 0, 100), 270, 190), 95);

    public static byte[] NoFace => JpegCodec.Encode(FaceSheet.Scene(), 95);

    public static IResidentRoll Roll(this ConsoleUnderTest gateway) => gateway.App.Services.GetRequiredService<IResidentRoll>();

    public static PassBook Passes(this ConsoleUnderTest gateway) => gateway.App.Services.GetRequiredService<PassBook>();

    public static async Task<Resident> RegisterAsync(this ConsoleUnderTest gateway, string name, string unit, string? phone = null) =>
        Assert.IsType<Resident>((await gateway.Roll().RegisterAsync(new ResidentDraft(name, unit, phone), face: null, "test", Token)).Resident);

    public static async Task<Resident> EnrolAsync(this ConsoleUnderTest gateway, string name, string unit, int column = 0) => Assert.IsType<Resident>(
        (await gateway.Roll().RegisterAsync(new ResidentDraft(name, unit), new FaceRequest([GoodPhoto(column)], name, ConsentText.Newest.Version), "test", Token)).Resident);

    public static async Task ParkAsync(this ConsoleUnderTest gateway, string plate, string unit) => Assert.NotNull(
        (await gateway.App.Services.GetRequiredService<IVehicleDesk>().AddAsync(new VehicleDraft(plate, VehicleStanding.Resident, "王磊", unit), "test", Token)).Vehicle);

    public static Task LeaseAsync(this ConsoleUnderTest gateway, Resident resident, double days) => gateway.App.Services.GetRequiredService<ICompoundDesk>()
        .SetLeaseAsync(resident.Id, TimeProvider.System.GetUtcNow().AddDays(days), "test", Token);

    public static async Task ChooseAsync(this IPage page, byte[] photo) =>
        await page.SetInputFilesAsync("#photo", new FilePayload { Name = "photo.jpg", MimeType = "image/jpeg", Buffer = photo });

    /// <summary>A browser without scripts that has given its password a moment ago.</summary>
    public static async Task<FormBrowser> ConfirmedAsync(this ConsoleUnderTest gateway, AccountRole role = AccountRole.PropertyManager)
    {
        var browser = new FormBrowser(gateway.Address);
        (await browser.SignInAsync(gateway, role: role)).Dispose();
        (await browser.PostAsync("/confirm", "/confirm", ("_handler", "confirm"), ("Form.Proof", ConsoleUnderTest.Password))).Dispose();
        return browser;
    }

    private static BgrImage Map(BgrImage image, Func<byte, int> map)
    {
        foreach (ref var value in image.Pixels.AsSpan())
        {
            value = (byte)map(value);
        }

        return image;
    }
}
