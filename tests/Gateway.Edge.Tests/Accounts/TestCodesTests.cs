namespace Gateway.Edge.Tests.Accounts;

public sealed class TestCodesTests
{
    // RFC 6238, appendix B; the last six of its eight digits. The secret is "12345678901234567890".
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(2000000000, "279037")]
    public void Codes_are_those_of_the_standard(long seconds, string code) =>
        Assert.Equal(code, TestCodes.At("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", seconds / 30));
}
