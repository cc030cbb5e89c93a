using Gateway.Drivers.Buses.Video.Jpeg;
using Gateway.Edge.Access.Residents;
using Gateway.Edge.Access.Visitors;
using Gateway.Edge.Tests.Perception.Faces;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Edge.Tests.Console.Passes;

/// <summary>Visitors' photos before the models that the gates use.</summary>
public sealed class VisitPhotoTests
{
    [Fact(Timeout = 180_000)]
    public async Task Photo_is_judged_by_the_gates_own_models_and_refused_in_words_that_help()
    {
        var stop = TestContext.Current.CancellationToken;
        await using var gateway = await ConsoleUnderTest.StartAsync();
        var services = gateway.App.Services;
        var enrolled = await services.GetRequiredService<IResidentDesk>().EnrolAsync(
            new EnrolmentRequest("王小明", "3-1202", [JpegCodec.Encode(FaceSheet.Cut(0, 0), 95)], "王小明", "v1"), stop);
        var invited = await services.GetRequiredService<InvitationDesk>().InviteAsync(
            new InvitationDraft(enrolled.Resident!.Id, "李雷", TimeProvider.System.GetUtcNow().AddHours(1)), "test", stop);

        Assert.Contains("没有", Assert.Single(await GiveAsync(JpegCodec.Encode(FaceSheet.Scene(), 95))), StringComparison.Ordinal);
        Assert.Single(await GiveAsync([0xFF, 0xD8, 0xFF]));
        Assert.Equal([VisitorRefusals.Ambiguous.Reason.Zh], await GiveAsync(JpegCodec.Encode(FaceSheet.Cut(0, 4), 95)));
        Assert.Empty(await GiveAsync(JpegCodec.Encode(FaceSheet.Cut(2, 11), 95)));
        Assert.True(services.GetRequiredService<VisitDesk>().Open(invited.Key)!.HasFace);

        async Task<List<string>> GiveAsync(byte[] photo) =>
            [.. (await services.GetRequiredService<VisitDesk>().GiveFaceAsync(invited.Key!, photo, consents: true, VisitDesk.By, stop))!.Select(refusal => refusal.Reason.Zh)];
    }
}
