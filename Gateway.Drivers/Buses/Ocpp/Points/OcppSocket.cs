using System.Buffers;
using System.Net.WebSockets;
using Gateway.Drivers.Buses.Ocpp.Wire;

namespace Gateway.Drivers.Buses.Ocpp.Points;

/// <summary>
/// Whole text messages over a WebSocket, bounded in size and time. One reader; any number of writers, who take turns. A peer that does
/// not take what it is sent, or does not finish what it has begun, is cut off.
/// </summary>
internal sealed class OcppSocket(WebSocket socket, TimeProvider clock) : IDisposable
{
    private const int FirstBuffer = 4096;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan s_farewell = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _writing = new(1);
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(FirstBuffer);

    /// <summary>The next message, good until the next call; null when the connection has ended, for whatever reason.</summary>
    /// <exception cref="OcppMessageException">The message is too large, or not a text. The connection has to be closed.</exception>
    public async Task<ReadOnlyMemory<byte>?> ReceiveAsync(CancellationToken cancellationToken)
    {
        var length = 0;
        using var hurry = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        ITimer? patience = null;
        try
        {
            while (true)
            {
                if (length == _buffer.Length)
                {
                    Grow(length);
                }

                var part = await socket.ReceiveAsync(_buffer.AsMemory(length), hurry.Token);
                if (part.MessageType == WebSocketMessageType.Close)
                {
                    await CloseAsync(WebSocketCloseStatus.NormalClosure, "");
                    return null;
                }

                if (part.MessageType != WebSocketMessageType.Text)
                {
                    throw new OcppMessageException("OCPP messages are texts", WebSocketCloseStatus.InvalidMessageType);
                }

                length += part.Count;
                if (part.EndOfMessage)
                {
                    return _buffer.AsMemory(0, length);
                }

                patience ??= clock.CreateTimer(state => ((CancellationTokenSource)state!).Cancel(), hurry, s_patience, Timeout.InfiniteTimeSpan);
            }
        }
        catch (Exception error) when (error is WebSocketException or IOException or ObjectDisposedException
            || (error is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return null;
        }
        finally
        {
            if (patience is not null)
            {
                await patience.DisposeAsync();
            }
        }
    }

    /// <summary>Sends a message; false when the peer is gone, or has not taken it in time and was cut off.</summary>
    public async Task<bool> SendAsync(ReadOnlyMemory<byte> message)
    {
        using var late = new CancellationTokenSource(s_patience, clock);
        try
        {
            await _writing.WaitAsync(late.Token);
            try
            {
                await socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, late.Token);
                return true;
            }
            finally
            {
                _writing.Release();
            }
        }
        catch (Exception error) when (IsEnd(error))
        {
            socket.Abort();
            return false;
        }
    }

    /// <summary>For the reader: says why it stops reading, and gives the peer a moment to take that in.</summary>
    /// <param name="status">The code of RFC 6455.</param>
    /// <param name="reason">At most 123 bytes.</param>
    public async Task EndAsync(WebSocketCloseStatus status, string reason)
    {
        await CloseAsync(status, reason);
        using var late = new CancellationTokenSource(s_farewell, clock);
        try
        {
            // Closing with unread data would reset the connection before the peer has read the reason.
            while ((await socket.ReceiveAsync(_buffer.AsMemory(), late.Token)).MessageType != WebSocketMessageType.Close)
            {
            }
        }
        catch (Exception error) when (IsEnd(error))
        {
            socket.Abort();
        }
    }

    /// <summary>Says that nothing more will be sent, and why; the peer is expected to say the same.</summary>
    /// <param name="status">The code of RFC 6455.</param>
    /// <param name="reason">At most 123 bytes.</param>
    public async Task CloseAsync(WebSocketCloseStatus status, string reason)
    {
        using var late = new CancellationTokenSource(s_farewell, clock);
        try
        {
            await _writing.WaitAsync(late.Token);
            try
            {
                if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                {
                    await socket.CloseOutputAsync(status, reason, late.Token);
                }
            }
            finally
            {
                _writing.Release();
            }
        }
        catch (Exception error) when (IsEnd(error))
        {
            socket.Abort();
        }
    }

    /// <summary>Cuts the connection: reading and writing end at once.</summary>
    public void Abort() => socket.Abort();

    /// <summary>After the last read.</summary>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        socket.Dispose();
        _writing.Dispose();
    }

    private static bool IsEnd(Exception error) =>
        error is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException or InvalidOperationException;

    private void Grow(int length)
    {
        if (length >= OcppLimits.MessageBytes)
        {
            throw new OcppMessageException("message too large", WebSocketCloseStatus.MessageTooBig);
        }

        var larger = ArrayPool<byte>.Shared.Rent(Math.Min(OcppLimits.MessageBytes, _buffer.Length * 2));
        _buffer.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
