using Gateway.Drivers.Devices;
using Gateway.Edge.Alerts.Evidence;

namespace Gateway.Edge.Tests.Alerts.Evidence;

public sealed class ClipFaultTests
{
    [Fact]
    public void Cause_is_told_in_each_language_with_what_to_do()
    {
        Exception[] faults = [new DeviceFaultException("no key frame"), TooLarge([]), new IOException("no space left")];
        foreach (var fault in faults)
        {
            var words = ClipFault.WordsOf(fault);
            Assert.Contains(fault.Message, words.En, StringComparison.Ordinal);
            Assert.DoesNotContain(words.Zh, char.IsAsciiLetter);
            Assert.Contains("请", words.Zh, StringComparison.Ordinal);
        }
    }

    private static ArgumentException TooLarge(byte[] medium) => new("too large", nameof(medium));
}
