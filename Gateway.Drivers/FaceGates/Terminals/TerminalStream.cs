using System.IO.Pipelines;
using Gateway.Drivers.Buses.Http;
using Gateway.Drivers.Devices;
using Gateway.Drivers.FaceGates.Terminals.Isapi;

namespace Gateway.Drivers.FaceGates.Terminals;

/// <summary>Reads a terminal's endless stream of events. A picture belongs to the event before it, which waits for as many as it announces.</summary>
internal sealed class TerminalStream(DeviceId device, TerminalIntake intake, TimeSpan silentAfter, TimeProvider clock)
{
    /// <summary>Reads until the stream ends, falls silent, or is cancelled.</summary>
    /// <exception cref="DeviceUnreachableException">The stream ended or fell silent.</exception>
    /// <exception cref="DeviceFaultException">It is no stream of events.</exception>
    public async Task ReadAsync(HttpResponseMessage response, DeviceReporter reporter, CancellationToken cancellationToken)
    {
        var boundary = response.IsSuccessStatusCode ? MultipartParts.BoundaryOf(response.Content.Headers.ContentType?.ToString()) : null;
        if (boundary is null)
        {
            throw new DeviceFaultException($"{device}: gives no stream of events (HTTP {(int)response.StatusCode}). Fix: set \"pull\": false and let it push.");
        }

        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        var parts = new MultipartParts(PipeReader.Create(body), boundary);
        IsapiNotice? waiting = null;
        while (await NextAsync(parts, cancellationToken) is { } part)
        {
            if (waiting is not null)
            {
                await intake.TakeAsync(waiting, part.IsPicture ? part.Body : default, reporter, cancellationToken);
                waiting = null;
            }

            if (intake.Read(part) is { } notice)
            {
                // A question does not wait for its picture, nor does the person at the door.
                waiting = notice is { Asks: false, Pictures: > 0 } ? notice : null;
                if (waiting is null)
                {
                    await intake.TakeAsync(notice, default, reporter, cancellationToken);
                }
            }
        }

        throw new DeviceUnreachableException($"{device}: the terminal ended its stream of events; it may have restarted.");
    }

    private async Task<HttpPart?> NextAsync(MultipartParts parts, CancellationToken cancellationToken)
    {
        using var silent = new CancellationTokenSource(silentAfter, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, silent.Token);
        try
        {
            return await parts.ReadAsync(both.Token);
        }
        catch (OperationCanceledException error) when (!cancellationToken.IsCancellationRequested)
        {
            throw new DeviceUnreachableException($"{device}: the terminal's stream of events has been silent for {silentAfter.TotalSeconds:0} s.", error);
        }
        catch (Exception error) when (error is IOException or HttpRequestException)
        {
            throw new DeviceUnreachableException($"{device}: the terminal's stream of events broke off: {error.Message}", error);
        }
        catch (MultipartFormatException error)
        {
            throw new DeviceFaultException($"{device}: the terminal's stream of events cannot be read: {error.Message}", error);
        }
    }
}
