namespace Gateway.Drivers.Buses.Video.Grey;

/// <summary>One picture of a file that is read, and its way back.</summary>
internal sealed class FileBuffer
{
    public FileBuffer(FileBuffers home, int bytes)
    {
        Pixels = GC.AllocateUninitializedArray<byte>(bytes);
        GiveBack = _ => home.Put(this);
    }

    public byte[] Pixels { get; }

    /// <summary>The stream's.</summary>
    public TimeSpan Time { get; set; }

    public Action<LumaFrame> GiveBack { get; }
}
