using Gateway.Edge.Access;
using Gateway.Edge.Access.Residents;
using Gateway.Edge.Journal;
using Gateway.Edge.Orders;
using Microsoft.AspNetCore.Mvc;

namespace Gateway.Edge.Accounts.Api;

/// <summary>
/// The accounts under <c>/api/accounts</c>, over the local socket alone: whoever may open that is the gateway's own user, who could read the
/// file as well.
/// </summary>
internal static class AccountEndpoints
{
    private const long LargestBody = 16 * 1024;

    public static void MapAccounts(this IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("/api/accounts").RequireAuthorization(ApiKeyHandler.SchemeName).RequireLocalSocket().WithTags("Accounts").DisableAntiforgery()
            .WithMetadata(new RequestSizeLimitAttribute(LargestBody));
        group.MapGet("/", async (IAccountDesk desk, CancellationToken stop) => TypedResults.Ok(await desk.ListAsync(stop)));
        group.MapPost("/", (HttpRequest request, IAccountDesk desk, CancellationToken stop) =>
            ChangeAsync(request, needsRole: true, order => desk.AddAsync(order.Name ?? "", order.Person ?? "", order.Role!.Value, order.Recorded, stop), stop));
        group.MapPost("/{name}/role", (string name, HttpRequest request, IAccountDesk desk, CancellationToken stop) =>
            ChangeAsync(request, needsRole: true, order => desk.SetRoleAsync(name, order.Role!.Value, order.Recorded, stop), stop));
        group.MapPost("/{name}/enable", (string name, HttpRequest request, IAccountDesk desk, CancellationToken stop) =>
            ChangeAsync(request, needsRole: false, order => desk.SetEnabledAsync(name, enabled: true, order.Recorded, stop), stop));
        group.MapPost("/{name}/disable", (string name, HttpRequest request, IAccountDesk desk, CancellationToken stop) =>
            ChangeAsync(request, needsRole: false, order => desk.SetEnabledAsync(name, enabled: false, order.Recorded, stop), stop));
        group.MapPost("/{name}/reset-password", (string name, HttpRequest request, IAccountDesk desk, CancellationToken stop) =>
            ChangeAsync(request, needsRole: false, order => desk.ResetPasswordAsync(name, order.Recorded, stop), stop));
        group.MapPost("/{name}/end-sessions", (string name, HttpRequest request, IAccountDesk desk, CancellationToken stop) =>
            ChangeAsync(request, needsRole: false, order => desk.EndSessionsAsync(name, order.Recorded, stop), stop));
    }

    private static async Task<IResult> ChangeAsync(HttpRequest request, bool needsRole, Func<AccountOrder, Task<AccountChange>> change, CancellationToken stop)
    {
        var (order, problem) = await RequestBody.ReadAsync<AccountOrder>(request, stop);
        if (problem is not null)
        {
            return problem;
        }

        if (order!.Problem(needsRole) is { } fault)
        {
            return TypedResults.Problem(fault, statusCode: StatusCodes.Status400BadRequest);
        }

        try
        {
            return TypedResults.Ok(await change(order));
        }
        catch (JournalUnavailableException error)
        {
            return TypedResults.Problem(
                $"Nothing was done, because it cannot be put on record: {error.Message}", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
