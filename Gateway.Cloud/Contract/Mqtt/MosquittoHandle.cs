using System.Runtime.InteropServices;

namespace Gateway.Cloud.Contract.Mqtt;

/// <summary>Owns one native client; destroying it closes its socket without a DISCONNECT.</summary>
internal sealed class MosquittoHandle : SafeHandle
{
    public MosquittoHandle(nint client)
        : base(0, ownsHandle: true) => SetHandle(client);

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        LibMosquitto.Destroy(handle);
        return true;
    }
}
