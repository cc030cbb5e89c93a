using System.Net;
using System.Net.WebSockets;
using Gateway.Drivers.Buses.Ocpp.Points;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Gateway.Drivers.Buses.Ocpp.Server;

/// <summary>
/// Decides who may connect, by the last part of the address and the password, and hands the connection to its charger. Safe for several
/// threads.
/// </summary>
internal sealed class OcppDoor(
    IReadOnlyDictionary<string, ChargePoint> points, Refusals refusals, TimeProvider clock, ILogger logger, CancellationToken stopping)
{
    private const string Subprotocol = "ocpp1.6";

    /// <summary>A wrong password is answered after this pause, against guessing.</summary>
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1);

    public async Task HandleAsync(HttpContext context)
    {
        var name = context.Request.Path.Value is { } path ? path[(path.LastIndexOf('/') + 1)..] : "";
        if (!points.TryGetValue(name, out var point))
        {
            Refuse(context, name, HttpStatusCode.NotFound, "the hardware file names no such charger");
        }
        else if (!context.WebSockets.IsWebSocketRequest)
        {
            Refuse(context, name, HttpStatusCode.UpgradeRequired, "not a WebSocket");
        }
        else if (!ChargerLogin.Matches(context.Request.Headers.Authorization, point.Settings))
        {
            await Task.Delay(s_pause, clock, context.RequestAborted);
            context.Response.Headers.WWWAuthenticate = "Basic realm=\"OCPP\"";
            Refuse(context, name, HttpStatusCode.Unauthorized, "wrong or missing password");
        }
        else if (!context.WebSockets.WebSocketRequestedProtocols.Contains(Subprotocol, StringComparer.Ordinal))
        {
            await TurnAwayAsync(context, name);
        }
        else
        {
            await AdmitAsync(context, point);
        }
    }

    private void Refuse(HttpContext context, string name, HttpStatusCode status, string reason)
    {
        refusals.Note(context.Connection.RemoteIpAddress, name, reason);
        context.Response.StatusCode = (int)status;
    }

    /// <summary>As the specification has it: the handshake is completed without a subprotocol, and the connection closed.</summary>
    private async Task TurnAwayAsync(HttpContext context, string name)
    {
        refusals.Note(context.Connection.RemoteIpAddress, name, "does not offer the subprotocol ocpp1.6");
        using var socket = new OcppSocket(await context.WebSockets.AcceptWebSocketAsync(), clock);
        await socket.EndAsync(WebSocketCloseStatus.ProtocolError, "The gateway speaks ocpp1.6 alone.");
    }

    private async Task AdmitAsync(HttpContext context, ChargePoint point)
    {
        using var socket = new OcppSocket(await context.WebSockets.AcceptWebSocketAsync(Subprotocol), clock);
        try
        {
            await point.ServeAsync(socket, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Stopping.
        }
#pragma warning disable CA1031 // The boundary of one charger's connection: whatever goes wrong in it stays with it.
        catch (Exception error)
#pragma warning restore CA1031
        {
            OcppLog.Failed(logger, error, point.Id);
        }
        finally
        {
            socket.Abort();
        }
    }
}
