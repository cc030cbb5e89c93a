namespace Gateway.Drivers.Buses.Video.Grey;

/// <summary>The free buffers of a file that is read: whoever fills them waits for one. Safe for several threads.</summary>
internal sealed class FileBuffers
{
    private readonly object _gate = new(); // guards both below; a Lock cannot be waited for
    private readonly Stack<FileBuffer> _free = new();
    private bool _closed;

    /// <summary>A buffer is free, for the first time or again.</summary>
    public void Put(FileBuffer buffer)
    {
        lock (_gate)
        {
            _free.Push(buffer);
            Monitor.Pulse(_gate);
        }
    }

    /// <summary>Waits on this thread; null once closed.</summary>
    public FileBuffer? Take()
    {
        lock (_gate)
        {
            while (_free.Count == 0 && !_closed)
            {
                Monitor.Wait(_gate);
            }

            return _closed ? null : _free.Pop();
        }
    }

    /// <summary>Nobody reads on.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _closed = true;
            Monitor.PulseAll(_gate);
        }
    }
}
