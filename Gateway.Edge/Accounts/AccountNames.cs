using Gateway.Cloud.Contract;

namespace Gateway.Edge.Accounts;

/// <summary>What names an account may have.</summary>
internal static class AccountNames
{
    /// <summary>The characters of log-in names: nothing in them can be taken for markup, a separator or another letter.</summary>
    public const string Characters = "abcdefghijklmnopqrstuvwxyz0123456789.-_";

    /// <summary>Characters of the longest log-in name.</summary>
    public const int Longest = 32;

    /// <summary>Characters of the longest person's name.</summary>
    public const int LongestPerson = 40;

    /// <summary>What is wrong with a log-in name; null when nothing is.</summary>
    public static LocalizedText? Fault(string? name) =>
        name is { Length: >= 2 and <= Longest } && char.IsAsciiLetter(name[0]) && name.All(Characters.Contains)
            ? null
            : new LocalizedText(
                $"登录名须为 2 至 {Longest} 个小写字母、数字、点、短横线或下划线，并以字母开头。",
                $"A log-in name has 2 to {Longest} lower-case letters, digits, dots, hyphens or underscores, and begins with a letter.");

    /// <summary>What is wrong with a person's name; null when nothing is.</summary>
    public static LocalizedText? PersonFault(string? person) =>
        !string.IsNullOrWhiteSpace(person) && person.Length <= LongestPerson && !person.Any(char.IsControl)
            ? null
            : new LocalizedText($"姓名须为一行，1 至 {LongestPerson} 个字。", $"The person's name is one line of 1 to {LongestPerson} characters.");
}
