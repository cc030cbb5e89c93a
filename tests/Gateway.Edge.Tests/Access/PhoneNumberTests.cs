using Gateway.Edge.Access;

namespace Gateway.Edge.Tests.Access;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("13800000001", "13800000001", "138****0001")]
    [InlineData(" +86 138-0000-0001 ", "13800000001", "138****0001")]
    [InlineData("008613800000001", "13800000001", "138****0001")]
    [InlineData("１３８００００００００１", null, null)]
    [InlineData("１３８００００００１１", "13800000011", "138****0011")]
    [InlineData("(021) 8888-0000", "02188880000", "021****0000")]
    [InlineData("88880000", "88880000", "88****00")]
    [InlineData("12345", "12345", "1****5")]
    [InlineData("+44 20 7946 0000", "+442079460000", "+44****0000")]
    [InlineData("1380000000", null, null)]
    [InlineData("138000000012", null, null)]
    [InlineData("12800000001", null, null)]
    [InlineData("1.38E+10", null, null)]
    [InlineData("138****0001", null, null)]
    [InlineData("1234", null, null)]
    [InlineData("", null, null)]
    [InlineData(null, null, null)]
    public void Numbers_are_read_in_one_spelling_and_masked(string? typed, string? read, string? masked)
    {
        Assert.Equal(read is not null, PhoneNumber.TryParse(typed, out var number));
        Assert.Equal(read, number);
        Assert.Equal(masked, number is null ? null : MaskedPhone.Of(number));
    }
}
