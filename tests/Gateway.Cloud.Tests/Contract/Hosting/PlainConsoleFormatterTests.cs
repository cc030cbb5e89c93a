using EdgeGateway.Testing;
using Gateway.Cloud.Contract.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Cloud.Tests.Contract.Hosting;

public sealed class PlainConsoleFormatterTests
{
    [Fact]
    public void Fault_with_a_message_for_people_is_one_line_without_a_stack()
    {
        var line = Write("Gateway.Edge.Uplink.UplinkService", 2, Thrown(new ConfigurationFaultException("Mqtt:CaFile: there is no file 'ca.crt'.")));

        Assert.Equal($"2026-06-01 08:00:00 error UplinkService: It failed. Mqtt:CaFile: there is no file 'ca.crt'.{Environment.NewLine}", line);
    }

    [Fact]
    public void Exception_that_nobody_foresaw_keeps_its_stack()
    {
        Assert.Contains("   at ", Write("Gateway.Edge.Passages.GateLoop", 1, Thrown(new InvalidCastException("No."))), StringComparison.Ordinal);
    }

    [Fact]
    public void Start_that_failed_is_left_to_the_command_that_tells_of_it()
    {
        Assert.Empty(Write("Microsoft.Extensions.Hosting.Internal.Host", 11, Thrown(new IOException("No."))));
        Assert.NotEmpty(Write("Microsoft.Extensions.Hosting.Internal.Host", 9, Thrown(new IOException("No."))));
    }

    private static string Write(string category, int id, Exception error)
    {
        using var text = new StringWriter();
        var entry = new LogEntry<string>(LogLevel.Error, category, new EventId(id), "It failed.", error, (state, _) => state);
        new PlainConsoleFormatter(new FakeTimeProvider()).Write(entry, scopeProvider: null, text);
        return text.ToString();
    }

    private static Exception Thrown(Exception error)
    {
        try
        {
            throw error;
        }
        catch (Exception caught) when (caught == error)
        {
            return caught;
        }
    }
}
