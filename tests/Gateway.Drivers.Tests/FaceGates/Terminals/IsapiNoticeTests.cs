using System.Text;
using System.Text.Json;
using Gateway.Drivers.FaceGates.Terminals.Isapi;

namespace Gateway.Drivers.Tests.FaceGates.Terminals;

/// <summary>Events in the forms that terminals are documented to use.</summary>
public sealed class IsapiNoticeTests
{
    private const string Pushed = """
        {
          "ipAddress": "192.0.2.64", "portNo": 80, "protocol": "HTTP", "macAddress": "00:00:5e:00:53:01", "channelID": 1,
          "dateTime": "2026-06-01T08:00:05+08:00", "activePostCount": 1, "eventType": "AccessControllerEvent", "eventState": "active",
          "eventDescription": "Access Controller Event",
          "AccessControllerEvent": {
            "deviceName": "Access Controller", "majorEventType": 5, "subEventType": 75, "name": "Li", "cardReaderKind": 1, "cardReaderNo": 1,
            "verifyNo": 152, "employeeNoString": "a1b2", "serialNo": 4711, "userType": "normal", "currentVerifyMode": "face",
            "currentEvent": true, "frontSerialNo": 4710, "attendanceStatus": "undefined", "mask": "no", "picturesNumber": 1, "doorNo": 1
          }
        }
        """;

    [Fact]
    public void Pushed_event_is_read()
    {
        var notice = Live(Pushed)!;
        Assert.Equal((4711L, 5, 75, "a1b2"), (notice.Serial, notice.Major, notice.Minor, notice.Number));
        Assert.Equal(new DateTimeOffset(2026, 6, 1, 8, 0, 5, TimeSpan.FromHours(8)), notice.At);
        Assert.Equal((false, false, 1), (notice.Late, notice.Asks, notice.Pictures));
    }

    [Fact]
    public void Question_is_one_only_while_it_is_current()
    {
        Assert.True(Live(Pushed.Replace("\"mask\"", "\"remoteCheck\": true, \"mask\"", StringComparison.Ordinal))!.Asks);
        var kept = Pushed.Replace("\"mask\"", "\"remoteCheck\": true, \"mask\"", StringComparison.Ordinal).Replace("\"currentEvent\": true", "\"currentEvent\": false", StringComparison.Ordinal);
        Assert.Equal((false, true), (Live(kept)!.Asks, Live(kept)!.Late));
    }

    [Fact]
    public void Numbers_written_as_texts_are_numbers()
    {
        var notice = Live(Pushed.Replace("4711", "\"4711\"", StringComparison.Ordinal).Replace("\"majorEventType\": 5", "\"majorEventType\": \"5\"", StringComparison.Ordinal))!;
        Assert.Equal((4711L, 5), (notice.Serial, notice.Major));
    }

    [Theory]
    [InlineData("\"serialNo\": 4711", "\"other\": 1")]
    [InlineData("AccessControllerEvent\", \"eventState", "videoloss\", \"eventState")]
    [InlineData("\"subEventType\": 75", "\"subEventType\": 1e99")]
    public void What_is_no_access_event_is_none(string before, string after)
    {
        Assert.Contains(before, Pushed, StringComparison.Ordinal);
        Assert.Null(Live(Pushed.Replace(before, after, StringComparison.Ordinal)));
    }

    [Fact]
    public void Heartbeats_and_other_json_are_no_events()
    {
        Assert.Null(Live("{\"eventType\":\"heartBeat\",\"eventState\":\"active\"}"));
        Assert.Null(Live("[]"));
        Assert.ThrowsAny<JsonException>(() => Live("--"));
    }

    [Fact]
    public void Long_person_number_and_absurd_counts_are_bounded()
    {
        var notice = Live(Pushed.Replace("a1b2", new string('x', 33), StringComparison.Ordinal).Replace("\"picturesNumber\": 1", "\"picturesNumber\": 2000000", StringComparison.Ordinal))!;
        Assert.Null(notice.Number);
        Assert.Equal(4, notice.Pictures);
    }

    [Fact]
    public void Logged_event_is_the_same_event()
    {
        using var json = JsonDocument.Parse("""
            { "major": 5, "minor": 75, "time": "2026-06-01T08:00:05+08:00", "name": "Li", "cardReaderNo": 1, "doorNo": 1,
              "employeeNoString": "a1b2", "serialNo": 4711, "userType": "normal", "currentVerifyMode": "face" }
            """);
        var notice = IsapiNotice.Logged(json.RootElement)!;
        Assert.Equal(Live(Pushed)! with { Late = true, Pictures = 0 }, notice);
    }

    private static IsapiNotice? Live(string json) => IsapiNotice.Live(Encoding.UTF8.GetBytes(json));
}
