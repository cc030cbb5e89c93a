using System.Text;
using System.Text.RegularExpressions;

namespace EndToEnd.Tests.Deployment;

/// <summary>What a <c>.dockerignore</c> keeps from the build context; the last pattern that matches decides.</summary>
internal sealed class DockerIgnore
{
    private static readonly TimeSpan s_longestMatch = TimeSpan.FromSeconds(1);
    private readonly List<(Regex Pattern, bool Ignored)> _rules = [];

    public DockerIgnore(string text)
    {
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(line => !line.StartsWith('#')))
        {
            var kept = line.StartsWith('!');
            _rules.Add((ToRegex(line.TrimStart('!').Trim('/')), !kept));
        }
    }

    /// <summary>Whether the builder never sees this path (relative, forward slashes) because it or a folder above it is ignored.</summary>
    public bool Ignores(string path) => _rules.LastOrDefault(rule => rule.Pattern.IsMatch(path)).Ignored;

    private static Regex ToRegex(string pattern)
    {
        var regex = new StringBuilder("^");
        for (var at = 0; at < pattern.Length; at++)
        {
            if (pattern[at..].StartsWith("**/", StringComparison.Ordinal))
            {
                regex.Append("(.*/)?");
                at += 2;
            }
            else
            {
                regex.Append(pattern[at] switch { '*' => "[^/]*", '?' => "[^/]", var other => Regex.Escape(other.ToString()) });
            }
        }

        return new Regex(regex.Append("(/.*)?$").ToString(), RegexOptions.ExplicitCapture, s_longestMatch);
    }
}
