using System.Collections.Concurrent;
using Gateway.Edge.Access.Vehicles.MoveCar;

namespace Gateway.Edge.Tests.Access.Vehicles.MoveCar;

/// <summary>Stands in for the property's message service; answers as told.</summary>
internal sealed class FakeMessages : IOwnerNotice
{
    public bool IsConfigured { get; set; } = true;

    public ConcurrentQueue<OwnerNotice> Sent { get; } = new();

    public NoticeDelivery Answer { get; set; } = NoticeDelivery.Taken;

    public Task<NoticeDelivery> TellAsync(OwnerNotice notice, CancellationToken cancellationToken)
    {
        Sent.Enqueue(notice);
        return Task.FromResult(Answer);
    }
}
