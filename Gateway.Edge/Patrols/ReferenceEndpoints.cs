using Gateway.Cloud.Contract;
using Gateway.Drivers;
using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Buses.Video.Pictures;
using Gateway.Drivers.Devices;
using Gateway.Edge.Access;
using Gateway.Edge.Journal;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace Gateway.Edge.Patrols;

/// <summary>How cameras' views are to look, under <c>/api/references</c>, for holders of the API key.</summary>
internal static class ReferenceEndpoints
{
    /// <summary>Content type of the small grey pictures that are kept.</summary>
    private const string Pgm = "image/x-portable-graymap";

    public static void MapReferences(this IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("/api/references").RequireAuthorization(ApiKeyHandler.SchemeName).WithTags("Patrols").DisableAntiforgery();
        group.MapPost("/{device}", Set);
        group.MapGet("/{device}", Show);
    }

    private static async Task<Results<JsonHttpResult<ReferenceSet>, ProblemHttpResult>> Set(
        string device, HttpContext context, IDeviceDirectory devices, IJournal journal, TimeProvider time, ILogger<ReferenceSet> logger)
    {
        if (Find(device, devices) is not { } camera)
        {
            return NoCamera(device);
        }

        var words = new LocalizedText("人工设定参考画面：此后以当前画面为准", "The present view is made the reference by hand: later ones are held against it");
        if (await ActionAudit.RecordAsync(journal, logger, context, "reference-set", device, words) is { } unrecorded)
        {
            return unrecorded;
        }

        try
        {
            camera.SetReferencePicture();
            return TypedResults.Json(new ReferenceSet(device, time.GetUtcNow()), PatrolJson.Options);
        }
        catch (DeviceFaultException fault)
        {
            return TypedResults.Problem(fault.Message, statusCode: StatusCodes.Status409Conflict);
        }
    }

    private static Results<FileContentHttpResult, ProblemHttpResult> Show(string device, IDeviceDirectory devices, IOptions<DriversOptions> options)
    {
        // Only the id of a device that stands becomes part of a path.
        if (Find(device, devices) is not { } camera)
        {
            return NoCamera(device);
        }

        var file = ReferencePictureFile.PathOf(options.Value, camera.Id);
        return File.Exists(file)
            ? TypedResults.File(File.ReadAllBytes(file), Pgm)
            : TypedResults.Problem($"{device} has no reference picture yet.", statusCode: StatusCodes.Status404NotFound);
    }

    private static IRecordedCamera? Find(string device, IDeviceDirectory devices) =>
        devices.Of<IRecordedCamera>().FirstOrDefault(camera => camera.Id.Value == device);

    private static ProblemHttpResult NoCamera(string device) =>
        TypedResults.Problem($"There is no device {device} with a camera.", statusCode: StatusCodes.Status404NotFound);
}
