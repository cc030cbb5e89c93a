using System.Buffers;

namespace Gateway.Edge.Uplink;

/// <summary>Events under way to the broker, oldest first, each with a buffer of its own that is used again. Owned by the pump.</summary>
internal sealed class SendWindow
{
    private readonly Slot[] _slots;
    private int _head;
    private int _count;

    public SendWindow(int size)
    {
        _slots = new Slot[size];
        for (var i = 0; i < size; i++)
        {
            _slots[i] = new Slot();
        }
    }

    public bool IsFull => _count == _slots.Length;

    public bool IsEmpty => _count == 0;

    public Slot Oldest => _slots[_head];

    /// <summary>The slot that the next event fills before <see cref="Push"/>.</summary>
    public Slot Next => _slots[(_head + _count) % _slots.Length];

    public void Push() => _count++;

    public void Pop()
    {
        Oldest.Sent = Task.CompletedTask;
        _head = (_head + 1) % _slots.Length;
        _count--;
    }

    public bool Holds(long sequence)
    {
        for (var i = 0; i < _count; i++)
        {
            if (_slots[(_head + i) % _slots.Length].Sequence == sequence)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>One event under way.</summary>
    internal sealed class Slot
    {
        public long Sequence { get; set; }

        public Task Sent { get; set; } = Task.CompletedTask;

        public ArrayBufferWriter<byte> Buffer { get; } = new(1024);
    }
}
