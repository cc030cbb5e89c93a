using Gateway.Cloud.Contract.Events;

namespace Gateway.Cloud.Tests.Contract.Events;

public sealed class HealthCodeTests
{
    [Theory]
    [InlineData("door-opened")]
    [InlineData("door-held-open")]
    [InlineData("door-forced-open")]
    [InlineData("door-not-used")]
    [InlineData("exit-pressed")]
    [InlineData("fire-release-ended")]
    [InlineData("credential-refused")]
    [InlineData("ticket-opened")]
    [InlineData("ticket-closed")]
    [InlineData("patrol-report")]
    public void What_happened_at_a_device_is_no_state(string code) => Assert.True(HealthCode.IsHappening(code));

    [Theory]
    [InlineData("exit-button-stuck")]
    [InlineData("exit-button-lost")]
    [InlineData("exit-button-chatters")]
    [InlineData("exit-not-released")]
    [InlineData("fire-input-lost")]
    [InlineData("fire-not-obeyed")]
    [InlineData("door-opened-twice")]
    [InlineData("Exit-pressed")]
    [InlineData(HealthCode.Removed)]
    [InlineData("well")]
    [InlineData("")]
    public void Fault_of_a_part_is_a_state_whatever_its_code_begins_with(string code) => Assert.False(HealthCode.IsHappening(code));
}
