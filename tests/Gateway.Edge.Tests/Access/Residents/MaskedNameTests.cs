using Gateway.Edge.Access.Residents;

namespace Gateway.Edge.Tests.Access.Residents;

public sealed class MaskedNameTests
{
    [Theory]
    [InlineData("王小明", "王*")]
    [InlineData(" Jane Roe ", "J*")]
    [InlineData("𠮷田", "𠮷*")]
    [InlineData("", "*")]
    public void Only_the_first_character_shows(string name, string masked) => Assert.Equal(masked, MaskedName.Of(name));
}
