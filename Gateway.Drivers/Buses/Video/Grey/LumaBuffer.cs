namespace Gateway.Drivers.Buses.Video.Grey;

/// <summary>One picture of a <see cref="LumaQueue"/>.</summary>
internal sealed class LumaBuffer
{
    private int _holds;

    public LumaBuffer(int bytes, Action<LumaBuffer> giveBack)
    {
        Pixels = GC.AllocateUninitializedArray<byte>(bytes, pinned: true);
        GiveBack = _ => giveBack(this);
    }

    public byte[] Pixels { get; }

    public Action<LumaFrame> GiveBack { get; }

    /// <summary>What is known of the frame; written before it is handed on.</summary>
    public (long Number, TimeSpan Time, DateTimeOffset At, bool Repeats) Facts { get; set; }

    /// <summary>So many keep it from being filled anew.</summary>
    public void Hold(int holds) => Volatile.Write(ref _holds, holds);

    /// <summary>One of them lets go; true for the last.</summary>
    public bool Release() => Interlocked.Decrement(ref _holds) == 0;
}
