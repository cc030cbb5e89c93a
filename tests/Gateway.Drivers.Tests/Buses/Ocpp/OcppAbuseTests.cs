using System.Globalization;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using Gateway.Drivers.Buses.Ocpp;
using Gateway.Drivers.Buses.Ocpp.Points;
using Gateway.Drivers.Buses.Ocpp.Wire;

namespace Gateway.Drivers.Tests.Buses.Ocpp;

/// <summary>Chargers that send garbage, floods and half messages, while another one goes on undisturbed.</summary>
public sealed class OcppAbuseTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory(Timeout = 60_000)]
    [InlineData("""[2,"1","NoSuchAction",{}]""", """[4,"1","NotImplemented",""")]
    [InlineData("""[2,"1","Authorize",{}]""", """[4,"1","OccurenceConstraintViolation","idTag is missing.",{}]""")]
    [InlineData("""[2,"1","Authorize",{"idTag":7}]""", """[4,"1","TypeConstraintViolation",""")]
    [InlineData("""[2,"1","Authorize",{"idTag":"123456789012345678901"}]""", """[4,"1","PropertyConstraintViolation",""")]
    [InlineData("""[2,"1","DataTransfer",{"messageId":"x"}]""", """[4,"1","OccurenceConstraintViolation",""")]
    [InlineData("""[2,"1","Heartbeat",[]]""", """[4,"1","FormationViolation",""")]
    [InlineData("""[2,"1",3,{}]""", """[4,"1","FormationViolation",""")]
    [InlineData("""[2,"1","Heartbeat"]""", """[3,"1",{"currentTime":""")]
    [InlineData("""[2,"1","BootNotification",{"chargePointVendor":"a name that is far too long for it","chargePointModel":5}]""", """[3,"1",{"status":"Accepted",""")]
    [InlineData("""[2,"1","StatusNotification",{"connectorId":1,"errorCode":"MyOwnError","status":"Faulted"}]""", """[3,"1",{}]""")]
    [InlineData("""[2,"1","StatusNotification",{}]""", """[3,"1",{}]""")]
    [InlineData("""[2,"1","StartTransaction",{}]""", """[3,"1",{"transactionId":0,"idTagInfo":{"status":"Invalid"}}]""")]
    [InlineData("""[2,"1","StopTransaction",{}]""", """[3,"1",{}]""")]
    [InlineData("""[2,"1","MeterValues",{"connectorId":"a","meterValue":[{"sampledValue":[{"value":"x"}]},7]}]""", """[3,"1",{}]""")]
    [InlineData("""[2,"1","Authorize",{"idTag":"\ud800"}]""", """[4,"1","TypeConstraintViolation",""")]
    public async Task A_message_that_breaks_the_protocol_is_answered_as_it_should_be(string sent, string answer)
    {
        await using var rig = await OcppRig.StartAsync();
        using var charger = await DialAsync(rig, "shed-1");

        await SendAsync(charger, sent);

        Assert.StartsWith(answer, await ReceiveAsync(charger), StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task What_is_no_message_at_all_is_ignored_until_it_is_too_much()
    {
        await using var rig = await OcppRig.StartAsync();
        using var charger = await DialAsync(rig, "shed-1");
        string[] garbage = ["", "{", "null", "7", "[]", "[2]", "[5,\"a\",{}]", "[2,7,\"Heartbeat\",{}]", "[\"2\",\"a\"]", new string('[', 2000), "[2,\"\",\"Heartbeat\",{}]"];
        foreach (var text in garbage)
        {
            await SendAsync(charger, text);
        }

        await SendAsync(charger, """[2,"fine","Heartbeat",{}]""");
        Assert.StartsWith("""[3,"fine",""", await ReceiveAsync(charger), StringComparison.Ordinal);

        for (var i = 0; i < ChargePoint.MostMalformed; i++)
        {
            await SendAsync(charger, "garbage");
        }

        Assert.Equal("closed 1008", await ReceiveAsync(charger));
        var gone = await rig.NextAsync<OcppEvent.LinkChanged>(Cancelled, change => !change.Link.Connected);
        Assert.Equal("misbehaving", gone.Link.Code);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_message_beyond_the_limit_closes_the_connection()
    {
        await using var rig = await OcppRig.StartAsync();
        using var charger = await DialAsync(rig, "shed-1");
        var chunk = Encoding.ASCII.GetBytes(new string(' ', 64 * 1024));

        try
        {
            for (var sent = 0; sent <= OcppLimits.MessageBytes + chunk.Length; sent += chunk.Length)
            {
                await charger.SendAsync(chunk, WebSocketMessageType.Text, endOfMessage: false, Cancelled);
            }
        }
        catch (WebSocketException)
        {
            // The gateway was faster.
        }

        Assert.Equal("misbehaving", (await rig.NextAsync<OcppEvent.LinkChanged>(Cancelled, change => !change.Link.Connected)).Link.Code);
        using var again = await DialAsync(rig, "shed-1");
        Assert.True(rig.Shed.Connected);
    }

    [Fact(Timeout = 60_000)]
    public async Task Bytes_instead_of_text_close_the_connection()
    {
        await using var rig = await OcppRig.StartAsync();
        using var charger = await DialAsync(rig, "shed-1");

        await charger.SendAsync(new byte[] { 1, 2, 3 }, WebSocketMessageType.Binary, endOfMessage: true, Cancelled);

        Assert.Equal("closed 1003", await ReceiveAsync(charger));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_message_with_random_bytes_in_it_never_ends_the_bus()
    {
        await using var rig = await OcppRig.StartAsync();
        var random = new Random(20);
        string[] seeds =
        [
            """[2,"1","StartTransaction",{"connectorId":1,"idTag":"CARD","meterStart":0,"timestamp":"2026-01-01T00:00:00Z"}]""",
            """[2,"1","MeterValues",{"connectorId":1,"meterValue":[{"timestamp":"2026-01-01T00:00:00Z","sampledValue":[{"value":"1","unit":"W"}]}]}]""",
            """[2,"1","DataTransfer",{"vendorId":"x","messageId":"smoke","data":"{\"connector\":1}"}]""",
            """[3,"1",{"status":"Accepted"}]""",
        ];
        for (var round = 0; round < 20; round++)
        {
            using var charger = await DialAsync(rig, "shed-1");
            for (var i = 0; i < 8; i++)
            {
                var text = seeds[random.Next(seeds.Length)].ToCharArray();
                for (var hits = random.Next(1, 6); hits > 0; hits--)
                {
                    text[random.Next(text.Length)] = (char)random.Next(0x20, 0x7f);
                }

                await SendAsync(charger, new string(text));
            }

            await SendAsync(charger, """[2,"alive","Heartbeat",{}]""");
            string answer;
            do
            {
                answer = await ReceiveAsync(charger);
            }
            while (!answer.StartsWith("""[3,"alive",""", StringComparison.Ordinal) && !answer.StartsWith("closed", StringComparison.Ordinal));

            Assert.StartsWith("[3", answer, StringComparison.Ordinal);
        }
    }

    [Fact(Timeout = 120_000)]
    public async Task A_flood_slows_its_own_charger_down_and_no_other()
    {
        await using var rig = await OcppRig.StartAsync();
        await using var calm = await NodeCharger.StartAsync(Cancelled);
        await calm.ConnectAsync(rig.Address, "shed-2", OcppRig.Password, Cancelled);
        using var wild = await DialAsync(rig, "shed-1");
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        var answers = 0;
        var flooding = Task.Run(
            async () =>
            {
                for (var i = 0; !enough.IsCancellationRequested; i++)
                {
                    await wild.SendAsync(
                        Encoding.UTF8.GetBytes($$"""[2,"{{i}}","StatusNotification",{"connectorId":{{i % 60}},"errorCode":"NoError","status":"Charging","info":"{{i}}"}]"""),
                        WebSocketMessageType.Text, endOfMessage: true, enough.Token);
                }
            },
            Cancelled);
        var reading = Task.Run(
            async () =>
            {
                var buffer = new byte[4096];
                while (!enough.IsCancellationRequested)
                {
                    await wild.ReceiveAsync(buffer.AsMemory(), enough.Token);
                    Interlocked.Increment(ref answers);
                }
            },
            Cancelled);

        await rig.NextAsync<OcppEvent.FaultNoted>(Cancelled, fault => fault.Code == "flooding");
        for (var i = 0; i < 20; i++)
        {
            await calm.CallAsync("Heartbeat", "{}", Cancelled);
        }

        var while20 = Volatile.Read(ref answers);
        await enough.CancelAsync();

        // Each ends either in the middle of its socket's work or between two messages.
        await Task.WhenAll(flooding, reading).ContinueWith(
            static ended => _ = ended.Exception, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

        // A burst, and twenty a second since; a machine that takes a minute for twenty heartbeats would show it elsewhere.
        Assert.InRange(while20, 1, MessageBudget.Burst + (60 * MessageBudget.PerSecond));
        Assert.True(rig.Bus.ChargePoint("shed-2").Connected);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_socket_that_says_nothing_HTTP_can_use_does_not_keep_chargers_out()
    {
        await using var rig = await OcppRig.StartAsync();
        List<TcpClient> idle = [];
        try
        {
            for (var i = 0; i < 40; i++)
            {
                var client = new TcpClient();
                idle.Add(client);
                await client.ConnectAsync(rig.Address.Host, rig.Address.Port, Cancelled);
                await client.GetStream().WriteAsync(new byte[] { 0x16, 0x03, (byte)i, 0xff, 0x0d }, Cancelled);
            }

            using var charger = await DialAsync(rig, "shed-1");
            await SendAsync(charger, """[2,"fine","Heartbeat",{}]""");
            Assert.StartsWith("""[3,"fine",""", await ReceiveAsync(charger), StringComparison.Ordinal);
        }
        finally
        {
            idle.ForEach(client => client.Dispose());
        }
    }

    private static async Task<ClientWebSocket> DialAsync(OcppRig rig, string id)
    {
        var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("ocpp1.6");
        var login = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{id}:{OcppRig.Password}"));
        socket.Options.SetRequestHeader("Authorization", "Basic " + login);
        await socket.ConnectAsync(new Uri(rig.Address, id), Cancelled);
        return socket;
    }

    private static Task SendAsync(ClientWebSocket socket, string text) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, Cancelled);

    private static async Task<string> ReceiveAsync(ClientWebSocket socket)
    {
        var buffer = new byte[16 * 1024];
        var part = await socket.ReceiveAsync(buffer, Cancelled);
        return part.MessageType == WebSocketMessageType.Close
            ? string.Create(CultureInfo.InvariantCulture, $"closed {(int)part.CloseStatus!.Value}")
            : Encoding.UTF8.GetString(buffer, 0, part.Count);
    }
}
