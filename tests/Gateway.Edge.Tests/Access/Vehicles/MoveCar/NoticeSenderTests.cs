using Gateway.Edge.Access.Vehicles.MoveCar;
using Microsoft.Extensions.Hosting;

namespace Gateway.Edge.Tests.Access.Vehicles.MoveCar;

/// <summary>The loop that sends notices, by itself.</summary>
public sealed class NoticeSenderTests : IDisposable
{
    private readonly VehiclesFixture _fixture = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _fixture.Dispose();

    [Fact(Timeout = 60_000)]
    public async Task A_request_wakes_the_loop_at_once_and_stopping_ends_it()
    {
        var messages = new SignallingMessages();
        _fixture.Service = messages;
        await _fixture.StartAsync();
        await _fixture.AddAsync(VehiclesFixture.Resident("京A12345"));
        var sender = _fixture.Get<IEnumerable<IHostedService>>().OfType<NoticeSender>().Single();
        await sender.StartAsync(Stop);

        await _fixture.MoveCar.AskAsync(new MoveCarRequest("京A12345"), "a", Stop);
        var sent = await messages.Arrived.Task.WaitAsync(Stop);
        await sender.StopAsync(Stop);

        Assert.Equal("京A·12345", sent.Plate);
    }

    [Fact(Timeout = 60_000)]
    public async Task What_waited_in_the_file_is_sent_after_the_start_without_a_request()
    {
        var messages = new SignallingMessages();
        _fixture.Service = messages;
        await _fixture.StartAsync();
        await _fixture.AddAsync(VehiclesFixture.Resident("京A12345"));
        await _fixture.MoveCar.AskAsync(new MoveCarRequest("京A12345"), "a", Stop);
        await _fixture.ReopenAsync();
        var sender = _fixture.Get<IEnumerable<IHostedService>>().OfType<NoticeSender>().Single();

        await sender.StartAsync(Stop);
        await messages.Arrived.Task.WaitAsync(Stop);
        await sender.StopAsync(Stop);
    }

    [Fact]
    public async Task A_number_that_was_removed_meanwhile_goes_to_the_guard()
    {
        var messages = new SignallingMessages();
        _fixture.Service = messages;
        await _fixture.StartAsync();
        var vehicle = await _fixture.AddAsync(VehiclesFixture.Resident("京A12345"));
        await _fixture.MoveCar.AskAsync(new MoveCarRequest("京A12345"), "a", Stop);
        await _fixture.Desk.RemoveAsync(vehicle.Id, VehiclesFixture.By, Stop);

        await _fixture.Get<IEnumerable<IHostedService>>().OfType<NoticeSender>().Single().SendDueAsync(Stop);

        var notice = Assert.Single(await _fixture.MoveCar.ListAsync(true, Stop));
        Assert.False(messages.Arrived.Task.IsCompleted);
        Assert.Equal((NoticeState.ToCall, false, null), (notice.State, notice.Registered, notice.OwnerMaskedPhone));
    }

    [Fact]
    public async Task A_clock_that_is_set_back_does_not_put_a_try_off_for_long()
    {
        var messages = new SignallingMessages { Answer = NoticeDelivery.TryAgain("down") };
        _fixture.Service = messages;
        await _fixture.StartAsync();
        await _fixture.AddAsync(VehiclesFixture.Resident("京A12345"));
        await _fixture.MoveCar.AskAsync(new MoveCarRequest("京A12345"), "a", Stop);
        var sender = _fixture.Get<IEnumerable<IHostedService>>().OfType<NoticeSender>().Single();
        await sender.SendDueAsync(Stop);
        _fixture.Clock.SetWall(TimeSpan.FromHours(-8));

        await sender.SendDueAsync(Stop);

        Assert.Equal(2, messages.Sent);
    }

    private sealed class SignallingMessages : IOwnerNotice
    {
        private int _sent;

        public bool IsConfigured => true;

        public NoticeDelivery Answer { get; init; } = NoticeDelivery.Taken;

        public int Sent => _sent;

        public TaskCompletionSource<OwnerNotice> Arrived { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<NoticeDelivery> TellAsync(OwnerNotice notice, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _sent);
            Arrived.TrySetResult(notice);
            return Task.FromResult(Answer);
        }
    }
}
