using System.Reflection;
using System.Text.RegularExpressions;
using Gateway.Cloud.Station.Texts;

namespace Gateway.Cloud.Tests.Station.Texts;

public sealed class WordingTests
{
    private static readonly string[] s_otherTongue = [nameof(Wording.OtherLanguage), nameof(Wording.SwitchLanguage)];

    private static IEnumerable<PropertyInfo> Keys => typeof(Wording).GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(key => key.PropertyType == typeof(string) && !s_otherTongue.Contains(key.Name, StringComparer.Ordinal) && key.Name != nameof(Wording.Culture));

    [Fact]
    public void Every_text_is_there_in_both_languages()
    {
        Assert.All(Keys, key =>
        {
            Assert.Matches("[\\u4e00-\\u9fff]", Text(key, Wording.Chinese));
            Assert.DoesNotMatch("[\\u4e00-\\u9fff]", Text(key, Wording.English));
            Assert.False(string.IsNullOrWhiteSpace(Text(key, Wording.English)), key.Name);
        });
    }

    [Fact]
    public void Both_languages_have_the_same_places_for_values()
    {
        Assert.All(Keys, key => Assert.Equal(Places(Text(key, Wording.Chinese)), Places(Text(key, Wording.English))));
    }

    private static string Text(PropertyInfo key, Wording words) => (string)key.GetValue(words)!;

    private static List<string> Places(string text) =>
        [.. Regex.Matches(text, "\\{\\d\\}", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(match => match.Value).Order(StringComparer.Ordinal)];
}
