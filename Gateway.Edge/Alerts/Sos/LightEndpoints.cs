using Gateway.Cloud.Contract;
using Gateway.Drivers.AlarmStreetlights;
using Gateway.Drivers.Devices;
using Gateway.Edge.Access;
using Gateway.Edge.Access.Residents;
using Gateway.Edge.Journal;
using Gateway.Edge.Passages;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Gateway.Edge.Alerts.Sos;

/// <summary>The alarm streetlights over HTTP, under <c>/api/lights</c>, for holders of the API key.</summary>
internal static class LightEndpoints
{
    private const long LargestBody = 1024;

    public static void MapLights(this IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("/api/lights").RequireAuthorization(ApiKeyHandler.SchemeName).WithTags("Lights").DisableAntiforgery();
        group.MapGet("/", List);
        group.MapPost("/{id}/drill", Drill).WithMetadata(new RequestSizeLimitAttribute(LargestBody));
        group.MapPost("/{id}/reset", Reset).WithMetadata(new RequestSizeLimitAttribute(LargestBody));
    }

    private static JsonHttpResult<IReadOnlyList<LightView>> List(IDeviceDirectory devices, TimeProvider time) =>
        TypedResults.Json<IReadOnlyList<LightView>>([.. devices.Of<IAlarmStreetlight>().Select(light => View(light, time))]);

    private static async Task<Results<JsonHttpResult<LightView>, ProblemHttpResult>> Drill(
        string id, HttpRequest request, IDeviceDirectory devices, IJournal journal, TimeProvider time, ILogger<LightView> logger, CancellationToken cancellationToken)
    {
        var (body, problem) = await RequestBody.ReadAsync<DrillRequest>(request, cancellationToken);
        if (problem is not null)
        {
            return problem;
        }

        if (body!.For < TimeSpan.Zero || body.For > DrillRequest.Longest)
        {
            return TypedResults.Problem($"A drill lasts at most {DrillRequest.Longest}; zero ends it.", statusCode: StatusCodes.Status400BadRequest);
        }

        if (Find(id, devices) is not { } light)
        {
            return Absent(id);
        }

        var words = body.For > TimeSpan.Zero
            ? new LocalizedText($"演练 {body.For}：其间按下按钮只算演练", $"Drill for {body.For}: presses meanwhile are no calls for help")
            : new LocalizedText("演练结束", "The drill is ended");
        if (await ActionAudit.RecordAsync(journal, logger, request.HttpContext, "light-drill", id, words) is { } unrecorded)
        {
            return unrecorded;
        }

        light.Drill(body.For);
        SosLog.Drill(logger, light.Id.Value, body.For);
        return TypedResults.Json(View(light, time));
    }

    private static async Task<Results<JsonHttpResult<LightView>, ProblemHttpResult>> Reset(
        string id, HttpContext context, IDeviceDirectory devices, IJournal journal, TimeProvider time, ILogger<LightView> logger, CancellationToken cancellationToken)
    {
        if (Find(id, devices) is not { } light)
        {
            return Absent(id);
        }

        // An alarm can be ended even where the journal cannot keep up or fails: the record is under way first, but not waited for.
        var recorded = ActionAudit.RecordAsync(
            journal, logger, context, "light-reset", id, new LocalizedText("人工结束求助报警", "The call for help is ended by hand"));
        try
        {
            await light.ResetAsync(cancellationToken);
            SosLog.Reset(logger, light.Id.Value);
            await recorded;
        }
        catch (DeviceFaultException error)
        {
            await recorded;
            return TypedResults.Problem(error.Message, statusCode: StatusCodes.Status502BadGateway);
        }

        return TypedResults.Json(View(light, time));
    }

    private static IAlarmStreetlight? Find(string id, IDeviceDirectory devices) =>
        devices.Of<IAlarmStreetlight>().FirstOrDefault(light => light.Id.Value == id);

    private static ProblemHttpResult Absent(string id) =>
        TypedResults.Problem($"There is no alarm streetlight {id}.", statusCode: StatusCodes.Status404NotFound);

    private static LightView View(IAlarmStreetlight light, TimeProvider time)
    {
        var press = light.Press;
        return new LightView(
            light.Id.Value, light.Name.Localized(), press?.Id, press?.Test ?? false, press is not null && light.IsAcknowledged,
            light.DrillUntil is { } until && until > time.GetUtcNow() ? until : null);
    }
}
