using System.Globalization;
using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Gateway.Drivers.Simulation.Terminals;

/// <content>What happens at its door, and whom it tells.</content>
internal sealed partial class SimulatedTerminal
{
    private const string Boundary = "MIME_boundary";
    private const int VerifiedFace = 75;
    private const int UnknownFace = 76;
    private const int DoorReleased = 21;

    /// <summary>Streams that may be open at once.</summary>
    private const int MostStreams = 4;

    /// <summary>How long it waits for an answer.</summary>
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(5);

    private readonly List<(long Serial, DateTimeOffset At, JsonObject Body)> _log = [];
    private readonly List<Pipe> _streams = [];
    private readonly Dictionary<long, TaskCompletionSource<bool>> _questions = [];
    private long _serial;

    /// <summary>Called with each event and its picture, to be pushed to <see cref="Listener"/>.</summary>
    public Action<JsonObject, byte[]?>? Pushes { get; set; }

    /// <summary>Somebody looks into the camera.</summary>
    /// <param name="number">Who it is; null for a stranger.</param>
    /// <param name="picture">A JPEG to go with the event; null for none.</param>
    /// <returns>Whether the door was released.</returns>
    public async Task<bool> LookAsync(string? number, byte[]? picture = null)
    {
        if (number is null || !IsValid(number))
        {
            Log(UnknownFace, number: null, picture: picture);
            return false;
        }

        bool asks;
        lock (_gate)
        {
            asks = (bool?)_settings["remoteCheckDoorEnabled"] == true;
        }

        if (asks && !await AskAsync(number, picture))
        {
            Log(UnknownFace, number);
            return false;
        }

        Log(VerifiedFace, number, picture: asks ? null : picture);
        Log(DoorReleased, number: null);
        return true;
    }

    /// <summary>Something happens, is logged and told.</summary>
    /// <returns>Its number.</returns>
    public long Log(int minor, string? number, bool asks = false, byte[]? picture = null)
    {
        JsonObject body;
        Pipe[] streams;
        long serial;
        lock (_gate)
        {
            serial = ++_serial;
            body = EventOf(serial, minor, number, asks, picture is null ? 0 : 1);
            _log.Add((serial, Now, body));
            streams = [.. _streams];
        }

        foreach (var stream in streams)
        {
            Write(stream, Part("application/json; charset=\"UTF-8\"", Encoding.UTF8.GetBytes(body.ToJsonString())));
            if (picture is not null)
            {
                Write(stream, Part("image/jpeg", picture));
            }
        }

        Pushes?.Invoke(body.DeepClone().AsObject(), picture);
        return serial;
    }

    /// <summary>Sends a heartbeat into its streams.</summary>
    public void Beat()
    {
        foreach (var stream in Streams())
        {
            Write(stream, Part("application/json", "{\"eventType\":\"heartBeat\",\"eventState\":\"active\"}"u8.ToArray()));
        }
    }

    /// <summary>How many streams are open.</summary>
    public int OpenStreams => Streams().Length;

    private Pipe[] Streams()
    {
        lock (_gate)
        {
            return [.. _streams];
        }
    }

    private async Task<bool> AskAsync(string number, byte[]? picture)
    {
        var answer = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            // Nobody else logs in between: the number is the next one.
            _questions[_serial + 1] = answer;
            Log(VerifiedFace, number, asks: true, picture);
        }

        try
        {
            return await answer.Task.WaitAsync(AnswerWithin, _clock);
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private HttpResponseMessage TakeAnswer(byte[] body)
    {
        var answer = Read(body, "RemoteCheck");
        TaskCompletionSource<bool>? question;
        lock (_gate)
        {
            _questions.Remove((long?)answer["serialNo"] ?? 0, out question);
        }

        return question?.TrySetResult((string?)answer["checkResult"] == "success") == true ? Done() : Refuse(HttpStatusCode.BadRequest, "badParameters");
    }

    private HttpResponseMessage SearchEvents(byte[] body)
    {
        var condition = Read(body, "AcsEventCond");
        var (position, most) = ((int?)condition["searchResultPosition"] ?? 0, Math.Clamp((int?)condition["maxResults"] ?? 1, 1, 30));
        var from = DateTimeOffset.Parse((string?)condition["startTime"] ?? "", CultureInfo.InvariantCulture);
        var to = DateTimeOffset.Parse((string?)condition["endTime"] ?? "", CultureInfo.InvariantCulture);
        lock (_gate)
        {
            var found = _log.Where(entry => entry.At >= from && entry.At <= to).ToList();
            var page = found.Skip(position).Take(most).Select(entry => (JsonNode)Logged(entry.Body)).ToArray();
            return Json(new JsonObject
            {
                ["AcsEvent"] = new JsonObject
                {
                    ["searchID"] = (string?)condition["searchID"],
                    ["responseStatusStrg"] = page.Length == 0 ? "NO MATCH" : position + page.Length < found.Count ? "MORE" : "OK",
                    ["numOfMatches"] = page.Length,
                    ["totalMatches"] = found.Count,
                    ["InfoList"] = new JsonArray(page),
                },
            });
        }
    }

    private static JsonObject Logged(JsonObject body)
    {
        var inner = body["AccessControllerEvent"]!;
        return new JsonObject
        {
            ["major"] = (int?)inner["majorEventType"],
            ["minor"] = (int?)inner["subEventType"],
            ["time"] = (string?)body["dateTime"],
            ["doorNo"] = 1,
            ["serialNo"] = (long?)inner["serialNo"],
            ["employeeNoString"] = (string?)inner["employeeNoString"] ?? "",
            ["currentVerifyMode"] = "face",
        };
    }

    private JsonObject EventOf(long serial, int minor, string? number, bool asks, int pictures)
    {
        var inner = new JsonObject
        {
            ["deviceName"] = "Access Controller",
            ["majorEventType"] = 5,
            ["subEventType"] = minor,
            ["doorNo"] = 1,
            ["serialNo"] = serial,
            ["currentVerifyMode"] = "face",
            ["currentEvent"] = true,
            ["picturesNumber"] = pictures,
        };
        if (number is not null)
        {
            inner["employeeNoString"] = number;
        }

        if (asks)
        {
            inner["remoteCheck"] = true;
        }

        return new JsonObject
        {
            ["ipAddress"] = "192.0.2.10",
            ["dateTime"] = Now.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
            ["eventType"] = "AccessControllerEvent",
            ["eventState"] = "active",
            ["AccessControllerEvent"] = inner,
        };
    }

    private HttpResponseMessage OpenStream()
    {
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 0));
        lock (_gate)
        {
            if (_streams.Count >= MostStreams)
            {
                return Refuse(HttpStatusCode.ServiceUnavailable, "deviceBusy");
            }

            _streams.Add(pipe);
        }

        var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new ClosingStream(pipe.Reader.AsStream(), () => Drop(pipe))) };
        response.Content.Headers.TryAddWithoutValidation("Content-Type", $"multipart/mixed; boundary={Boundary}");
        return response;
    }

    private void EndStreams()
    {
        foreach (var stream in Streams())
        {
            stream.Writer.Complete();
            Drop(stream);
        }
    }

    private void Drop(Pipe pipe)
    {
        lock (_gate)
        {
            _streams.Remove(pipe);
        }
    }

    private static byte[] Part(string type, byte[] body) =>
        [.. Encoding.ASCII.GetBytes($"--{Boundary}\r\nContent-Type: {type}\r\nContent-Length: {body.Length}\r\n\r\n"), .. body, .. "\r\n"u8];

    private static void Write(Pipe pipe, byte[] bytes)
    {
        // Nothing pauses this pipe; a stream whose reader is gone takes nothing.
        lock (pipe)
        {
            try
            {
                pipe.Writer.Write(bytes);
                _ = pipe.Writer.FlushAsync().AsTask();
            }
            catch (InvalidOperationException)
            {
                // It has just ended.
            }
        }
    }
}
