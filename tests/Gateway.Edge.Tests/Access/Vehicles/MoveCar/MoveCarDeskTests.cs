using System.Text.Json;
using Gateway.Edge.Access.Vehicles;
using Gateway.Edge.Access.Vehicles.MoveCar;
using Gateway.Edge.Access.Vehicles.Storage;
using Gateway.Edge.Storage;
using Microsoft.Extensions.Hosting;

namespace Gateway.Edge.Tests.Access.Vehicles.MoveCar;

public sealed class MoveCarDeskTests : IAsyncLifetime
{
    private readonly VehiclesFixture _fixture = new();
    private readonly FakeMessages _messages = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private IMoveCarDesk Desk => _fixture.MoveCar;

    private NoticeSender Sender => _fixture.Get<IEnumerable<IHostedService>>().OfType<NoticeSender>().Single();

    public async ValueTask InitializeAsync()
    {
        _fixture.Service = _messages;
        _fixture.Settings["Vehicles:MoveCar:PublicUrl"] = "https://gate.example/";
        _fixture.Settings["Vehicles:MoveCar:GuardPhone"] = "8888-0000";
        await _fixture.StartAsync();
        await _fixture.AddAsync(VehiclesFixture.Resident("京A12345"));
    }

    public ValueTask DisposeAsync()
    {
        _fixture.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_owner_is_told_answers_by_the_link_and_whoever_asked_sees_when_they_come()
    {
        var answer = await AskAsync("京A12345", reason: "挡住出口", phone: "13900000002");
        await Sender.SendDueAsync(Stop);
        var sent = Assert.Single(_messages.Sent);
        var key = sent.AnswerUrl!.AbsolutePath["/move-car/answer/".Length..];

        var question = (await Desk.OpenAsync(key, Stop))!;
        var reply = await Desk.AnswerAsync(key, new MoveCarReply(5), Stop);
        var second = await Desk.AnswerAsync(key, new MoveCarReply(null, NotMine: true), Stop);
        var progress = (await Desk.FollowAsync(answer.Follow!, Stop))!;

        Assert.Equal(("13800000001", "京A·12345", "139****0002", "挡住出口"), (sent.Phone, sent.Plate, sent.CallerPhone, sent.Reason));
        Assert.Contains(sent.AnswerUrl.ToString(), sent.Text.Zh, StringComparison.Ordinal);
        Assert.Equal(("京A12345", "挡住出口", "139****0002", null), (question.Plate.Text, question.Reason, question.CallerMaskedPhone, question.Answered));
        Assert.Equal((true, false), (reply.Taken, second.Taken));
        Assert.Equal((MoveCarStep.Coming, _fixture.Now.AddMinutes(5)), (progress.Step, progress.ComingAt));
        Assert.NotNull((await Desk.OpenAsync(key, Stop))!.Answered);
        Assert.Equal(NoticeState.Coming, Assert.Single(await Desk.ListAsync(true, Stop)).State);
    }

    [Fact]
    public async Task Requests_that_nobody_closes_keep_no_others_out_for_long()
    {
        _fixture.Settings["Vehicles:MoveCar:Overall"] = "1000";
        await _fixture.ReopenAsync();
        for (var number = 0; number < NoticeIntake.MostPending; number++)
        {
            Assert.True((await AskAsync(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"沪B{number:00000}"), source: $"10.0.0.{number / 5}")).Taken);
        }

        Assert.False((await AskAsync("京A12345")).Taken);
        _fixture.Clock.Advance(Notice.OverAfter + TimeSpan.FromSeconds(1));
        Assert.True((await AskAsync("京A12345")).Taken);
        Assert.Equal("京A12345", Assert.Single(await Desk.ListAsync(true, Stop)).Plate.Text);
    }

    [Fact]
    public async Task An_answer_says_nothing_about_whether_a_plate_is_registered_at_any_time()
    {
        var known = await AskAsync("京A12345");
        var stranger = await AskAsync("京B77777", source: "other");
        await Sender.SendDueAsync(Stop);

        Assert.Equal(known with { Follow = null }, stranger with { Follow = null, Refusals = known.Refusals });
        Assert.Equal(known.Follow!.Length, stranger.Follow!.Length);
        foreach (var minutes in new[] { 0, 9, 1, 60 })
        {
            _fixture.Clock.Advance(TimeSpan.FromMinutes(minutes));
            Assert.Equal(await Desk.FollowAsync(known.Follow, Stop), await Desk.FollowAsync(stranger.Follow, Stop));
        }

        Assert.Equal(MoveCarStep.CallTheGuard, (await Desk.FollowAsync(known.Follow, Stop))!.Step);
        Assert.Contains("8888-0000", (await Desk.FollowAsync(known.Follow, Stop))!.Words.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_owner_who_denies_looks_like_one_who_is_silent()
    {
        var answer = await AskAsync("京A12345");
        await Sender.SendDueAsync(Stop);
        await Desk.AnswerAsync(Key(), new MoveCarReply(null, NotMine: true), Stop);

        Assert.Equal(MoveCarStep.Telling, (await Desk.FollowAsync(answer.Follow!, Stop))!.Step);
        Assert.Equal(NoticeState.NotMine, Assert.Single(await Desk.ListAsync(true, Stop)).State);
    }

    [Fact]
    public async Task Requests_for_one_plate_join_and_the_owner_is_told_once()
    {
        var first = await AskAsync("京A12345");
        var second = await AskAsync("京A·12345", source: "other", phone: "13900000002");
        await Sender.SendDueAsync(Stop);
        await Sender.SendDueAsync(Stop);

        var notice = Assert.Single(await Desk.ListAsync(true, Stop));

        Assert.Single(_messages.Sent);
        Assert.Equal((2, "139****0002"), (notice.Asked, notice.CallerMaskedPhone));
        Assert.Equal(first.Follow, second.Follow);
        _fixture.Clock.Advance(TimeSpan.FromMinutes(16));
        await AskAsync("京A12345");
        Assert.Equal(2, (await Desk.ListAsync(true, Stop)).Count);
    }

    [Fact]
    public async Task Whoever_asks_too_often_waits_by_source_and_in_all()
    {
        for (var number = 10000; number < 10005; number++)
        {
            Assert.True((await AskAsync($"京B{number}", source: "10.0.0.9")).Taken);
        }

        var refused = await AskAsync("京A12345", source: "::ffff:10.0.0.9");
        var other = await AskAsync("京A12345", source: "10.0.0.8");

        Assert.Equal((false, TimeSpan.FromMinutes(15)), (refused.Taken, refused.RetryAfter));
        Assert.Null(refused.Follow);
        Assert.True(other.Taken);
        _fixture.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.True((await AskAsync("京A12345", source: "10.0.0.9")).Taken);
    }

    [Theory]
    [InlineData("京A1234", null, null, "plate")]
    [InlineData("京A12345", "see http://x.example", null, "reason")]
    [InlineData("京A12345", "加微信 abc.top", null, "reason")]
    [InlineData("京A12345", "打 138-0000-0001", null, "reason")]
    [InlineData("京A12345", "缴罚款 bit.ly/x", null, "reason")]
    [InlineData("京A12345", "见 bit . ly", null, "reason")]
    [InlineData("京A12345", "电138，0000，0001", null, "reason")]
    [InlineData("京A12345", "１３８００００", null, "reason")]
    [InlineData("京A12345", "一三八零零零零", null, "reason")]
    [InlineData("京A12345", null, "12", "callerPhone")]
    public async Task What_a_stranger_types_is_checked_and_carries_no_link_and_no_number(string plate, string? reason, string? phone, string field)
    {
        var answer = await AskAsync(plate, reason, phone);

        Assert.Equal(field, Assert.Single(answer.Refusals).Field);
        Assert.Empty(await Desk.ListAsync(true, Stop));
    }

    [Fact]
    public async Task The_guard_sees_each_number_once_after_the_look_is_on_record()
    {
        await AskAsync("京A12345", phone: "13900000002");
        var notice = Assert.Single(await Desk.ListAsync(true, Stop));

        var owner = await Desk.RevealAsync(notice.Id, PhoneOf.Owner, "guard", Stop);
        var again = await Desk.RevealAsync(notice.Id, PhoneOf.Owner, "guard", Stop);
        var caller = await Desk.RevealAsync(notice.Id, PhoneOf.Caller, "guard", Stop);
        var records = await _fixture.RecordsAsync();

        Assert.Equal(("13800000001", null, "13900000002"), (owner!.Phone, again!.Phone, caller!.Phone));
        Assert.Equal(2, records.Count(record => record.Contains(VehicleAudit.NoticePhoneShown, StringComparison.Ordinal) && record.Contains("guard", StringComparison.Ordinal)));
        Assert.Null(await Desk.RevealAsync(Guid.NewGuid(), PhoneOf.Owner, "guard", Stop));
        Assert.All(records, record => Assert.DoesNotContain("13800000001", record, StringComparison.Ordinal));
        Assert.All(records, record => Assert.DoesNotContain("13900000002", record, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Lists_and_answers_hold_no_whole_number_and_no_name()
    {
        var answer = await AskAsync("京A12345", phone: "13900000002");
        await Sender.SendDueAsync(Stop);

        var texts = JsonSerializer.Serialize(new { answer, list = await Desk.ListAsync(true, Stop), question = await Desk.OpenAsync(Key(), Stop) });

        Assert.DoesNotContain("13800000001", texts, StringComparison.Ordinal);
        Assert.DoesNotContain("13900000002", texts, StringComparison.Ordinal);
        Assert.DoesNotContain("u738B", texts, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(-1, _fixture.BytesOnDisk().AsSpan().IndexOf("13900000002"u8));
    }

    [Fact]
    public async Task A_service_that_is_down_is_asked_again_after_a_restart_and_the_guard_calls_in_the_end()
    {
        _messages.Answer = NoticeDelivery.TryAgain("down");
        await AskAsync("京A12345");
        await Sender.SendDueAsync(Stop);
        await _fixture.ReopenAsync();
        var wait = await Sender.SendDueAsync(Stop);
        Assert.Single(_messages.Sent);
        _fixture.Clock.Advance(wait);
        _messages.Answer = NoticeDelivery.Taken;
        await Sender.SendDueAsync(Stop);

        Assert.Equal(2, _messages.Sent.Count);
        Assert.Single(_messages.Sent.Select(sent => (sent.Id, sent.AnswerUrl)).Distinct());
        Assert.Equal(NoticeState.Told, Assert.Single(await Desk.ListAsync(true, Stop)).State);
        _fixture.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(NoticeState.ToCall, Assert.Single(await Desk.ListAsync(true, Stop)).State);
    }

    [Fact]
    public async Task Tries_end_after_eight_and_news_that_is_too_late_is_not_sent()
    {
        _messages.Answer = NoticeDelivery.TryAgain("down");
        await AskAsync("京A12345");
        for (var round = 0; round < 40; round++)
        {
            _fixture.Clock.Advance(await Sender.SendDueAsync(Stop));
        }

        Assert.True(_messages.Sent.Count <= NoticeSender.MostAttempts, $"{_messages.Sent.Count} tries");
        Assert.Equal(NoticeState.ToCall, Assert.Single(await Desk.ListAsync(true, Stop)).State);
        Assert.Contains(await _fixture.RecordsAsync(), record => record.Contains(VehicleAudit.NoticeFailed, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_service_that_refuses_is_not_asked_again()
    {
        _messages.Answer = NoticeDelivery.Refused("it answered 403");
        await AskAsync("京A12345");
        await Sender.SendDueAsync(Stop);
        await Sender.SendDueAsync(Stop);

        Assert.Single(_messages.Sent);
        Assert.Equal(NoticeState.ToCall, Assert.Single(await Desk.ListAsync(true, Stop)).State);
    }

    [Fact]
    public async Task Without_a_service_or_a_number_the_guard_calls_at_once()
    {
        _messages.IsConfigured = false;
        await AskAsync("京A12345");
        _messages.IsConfigured = true;
        await _fixture.AddAsync(VehiclesFixture.Resident("京A12346", phone: null));
        await AskAsync("京A12346");
        await Sender.SendDueAsync(Stop);

        Assert.Empty(_messages.Sent);
        Assert.All(await Desk.ListAsync(true, Stop), notice => Assert.Equal(NoticeState.ToCall, notice.State));
    }

    [Fact]
    public async Task A_closed_notice_is_over_for_everybody()
    {
        var answer = await AskAsync("京A12345");
        await Sender.SendDueAsync(Stop);
        var notice = Assert.Single(await Desk.ListAsync(true, Stop));

        await Desk.CloseAsync(notice.Id, "guard", Stop);
        await Desk.CloseAsync(notice.Id, "guard", Stop);

        Assert.Empty(await Desk.ListAsync(true, Stop));
        Assert.Equal(NoticeState.Closed, Assert.Single(await Desk.ListAsync(false, Stop)).State);
        Assert.Equal(MoveCarStep.Closed, (await Desk.FollowAsync(answer.Follow!, Stop))!.Step);
        Assert.Null(await Desk.OpenAsync(Key(), Stop));
        Assert.False((await Desk.AnswerAsync(Key(), new MoveCarReply(5), Stop)).Taken);
        Assert.Null((await Desk.RevealAsync(notice.Id, PhoneOf.Owner, "guard", Stop))!.Phone);
        Assert.Single(await _fixture.RecordsAsync(), record => record.Contains(VehicleAudit.NoticeClosed, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Open_notices_are_counted_without_opening_one()
    {
        await AskAsync("京A12345");
        await AskAsync("京B77777");
        await AskAsync("京C88888");
        await Desk.CloseAsync((await Desk.ListAsync(true, Stop))[0].Id, "guard", Stop);
        Assert.Equal(2, await Desk.CountPendingAsync(Stop));

        // What nobody can open counts all the same.
        await _fixture.Get<VehicleDatabase>().ChangeAsync(change => change.File.Execute("UPDATE notice SET sealed = x'00'"), remember: null, Stop);
        Assert.Empty(await Desk.ListAsync(true, Stop));
        Assert.Equal(2, await Desk.CountPendingAsync(Stop));
    }

    [Fact]
    public async Task Keys_are_for_one_purpose_end_and_cannot_be_made_up()
    {
        var answer = await AskAsync("京A12345");
        await Sender.SendDueAsync(Stop);
        var key = Key();
        var forged = key[..^2] + (key[^2] == 'A' ? 'B' : 'A') + key[^1];

        Assert.Null(await Desk.OpenAsync(answer.Follow!, Stop));
        Assert.Null(await Desk.FollowAsync(key, Stop));
        foreach (var wrong in new[] { "", "x", forged, new string('A', 43), new string('车', 43) })
        {
            Assert.Null(await Desk.OpenAsync(wrong, Stop));
            Assert.Null(await Desk.FollowAsync(wrong, Stop));
            Assert.False((await Desk.AnswerAsync(wrong, new MoveCarReply(5), Stop)).Taken);
        }

        Assert.False((await Desk.AnswerAsync(key, new MoveCarReply(0), Stop)).Taken);
        _fixture.Clock.Advance(Notice.LinkLife);
        Assert.Null(await Desk.OpenAsync(key, Stop));
        Assert.False((await Desk.AnswerAsync(key, new MoveCarReply(5), Stop)).Taken);
    }

    [Fact]
    public async Task Eight_answers_at_once_are_one()
    {
        await AskAsync("京A12345");
        await Sender.SendDueAsync(Stop);
        var (key, desk) = (Key(), Desk);

        var replies = await Task.WhenAll(Enumerable.Range(1, 8).Select(minutes => Task.Run(() => desk.AnswerAsync(key, new MoveCarReply(minutes), Stop), Stop)));

        Assert.Single(replies, reply => reply.Taken);
    }

    [Fact]
    public async Task Notices_are_erased_after_their_time()
    {
        await AskAsync("京A12345");
        _fixture.Clock.Advance(TimeSpan.FromDays(8));
        await _fixture.Get<VehicleErasure>().EraseAsync(Stop);

        Assert.Empty(await Desk.ListAsync(false, Stop));
    }

    private Task<MoveCarAnswer> AskAsync(string plate, string? reason = null, string? phone = null, string source = "10.0.0.1") =>
        Desk.AskAsync(new MoveCarRequest(plate, reason, phone), source, Stop);

    private string Key() => _messages.Sent.Last().AnswerUrl!.AbsolutePath["/move-car/answer/".Length..];
}
