using System.Text;
using System.Text.Json;
using EdgeGateway.Testing;
using EdgeGateway.Testing.Browser;
using EndToEnd.Tests.Harness;
using EndToEnd.Tests.Reliability;
using Gateway.Cloud.Contract.Events;
using Microsoft.Playwright;

namespace EndToEnd.Tests.Grants;

/// <summary>
/// A gateway as a real process: one gate with its door in software, a camera that nobody serves, and a card reader on a serial line whose other end the
/// test holds. And somebody of the property's staff at a browser.
/// </summary>
internal sealed class CardGate : IAsyncDisposable
{
    private const string Password = "Harbour-lantern-42x";

    private const int MostHolds = 8;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(2.5);

    private readonly CompoundUnderTest _parts;
    private readonly SerialPair _line;
    private readonly DataFile _journal;

    private CardGate(CompoundUnderTest parts, SerialPair line)
    {
        (_parts, _line) = (parts, line);
        _journal = new DataFile(Path.Combine(parts.GatewayData, "journal", "journal.db"));
    }

    public Uri Address => _parts.Gateway.Address;

    public static async Task<CardGate> StartAsync(CancellationToken cancellationToken)
    {
        var line = await SerialPair.StartAsync(cancellationToken);
        var gate = new CardGate(await CompoundUnderTest.PrepareAsync(new CompoundSettings { Hardware = Hardware(line.Near) }), line);
        try
        {
            await gate._parts.Gateway.StartAsync(cancellationToken);
            return gate;
        }
        catch
        {
            await gate.DisposeAsync();
            throw;
        }
    }

    /// <summary>Logs the first administrator in by the form, with the password that the gateway made, and gives them one of their own.</summary>
    public async Task<IPage> LogInAsync(Chromium chromium, CancellationToken cancellationToken)
    {
        var first = (await File.ReadAllTextAsync(Path.Combine(_parts.GatewayData, "first-password"), cancellationToken)).Trim();
        var page = await chromium.OpenAsync();
        await page.GotoAsync(new Uri(Address, "/sign-in").ToString());
        await page.FillAsync("#name", "admin");
        await page.FillAsync("#password", first);
        await page.ClickAsync("#sign-in");
        await page.FillAsync("#current", first);
        await page.FillAsync("#chosen", Password);
        await page.FillAsync("#repeat", Password);
        await page.ClickAsync("#save");
        await Assertions.Expect(page.Locator("#go-on")).ToBeVisibleAsync();
        await page.GotoAsync(new Uri(Address, "/grants").ToString());
        return page;
    }

    /// <summary>Holds a card to the reader as people do: once, and again where nothing happens for a while.</summary>
    /// <returns>The gate's answer.</returns>
    public async Task<PassageData> HoldAsync(string card, PassageOutcome wanted, CancellationToken cancellationToken)
    {
        var before = Passages().Count;
        for (var time = 0; time < MostHolds; time++)
        {
            // A reader passes over the same card for a moment, as it may just lie there.
            await Task.Delay(s_pause, TimeProvider.System, cancellationToken);
            await using (var reader = new FileStream(_line.Far, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0))
            {
                await reader.WriteAsync(Encoding.ASCII.GetBytes(card + "\r\n"), cancellationToken);
            }

            try
            {
                var answer = await Eventually.BecomesAsync(
                    () => Passages().Skip(before).FirstOrDefault(), answer => answer is not null, s_patience, static _ => "no answer", cancellationToken);
                Assert.True(answer!.Outcome == wanted, $"{answer.Outcome}: {answer.Reason.En}\n{_parts.Gateway.Process.Tail}");
                return answer;
            }
            catch (TimeoutException)
            {
                // What a busy machine looks at too late is not answered any more.
            }
        }

        throw new TimeoutException($"No answer to a card that was held {MostHolds} times.\n{_parts.Gateway.Process.Tail}");
    }

    public async ValueTask DisposeAsync()
    {
        await _parts.DisposeAsync();
        await _line.DisposeAsync();
    }

    private IReadOnlyList<PassageData> Passages() => _journal.Look(
        "SELECT data FROM record WHERE kind = 'passage' ORDER BY sequence", row => JsonSerializer.Deserialize<PassageData>(row.GetFieldValue<byte[]>(0), JsonSerializerOptions.Web)!);

    private static string Hardware(string reader) => $$"""
        {
          "site": { "station": "hongqiao", "compound": "trial-garden", "name": { "zh": "试验小区", "en": "Trial garden" } },
          "buses": [ { "id": "doors", "kind": "simulated" } ],
          "devices": [
            {
              "id": "gate-east", "kind": "face-gate", "name": { "zh": "东门", "en": "East gate" },
              "camera": { "url": "rtsp://127.0.0.1:9/gate-east", "width": 960, "height": 540 },
              "reader": { "kind": "serial", "device": "{{reader}}", "reads": "card" },
              "door": { "bus": "doors", "relay": 1, "contact": 1 }
            }
          ]
        }
        """;
}
