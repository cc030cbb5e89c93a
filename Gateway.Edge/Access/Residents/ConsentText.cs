using Gateway.Cloud.Contract;

namespace Gateway.Edge.Access.Residents;

/// <summary>One version of the text that residents consent to.</summary>
/// <param name="Version">Such as <c>v1</c>; never changed once published.</param>
/// <param name="Text">The text in both languages, Markdown.</param>
internal sealed record ConsentText(string Version, LocalizedText Text)
{
    /// <summary>Every version, oldest first.</summary>
    public static IReadOnlyList<ConsentText> All { get; } = [Load("v1")];

    /// <summary>The version that new consent is given to.</summary>
    public static ConsentText Newest => All[^1];

    /// <summary>True when the version exists.</summary>
    public static bool Exists(string version) => All.Any(text => text.Version == version);

    private static ConsentText Load(string version) => new(version, new LocalizedText(Read($"{version}.zh.md"), Read($"{version}.en.md")));

    private static string Read(string name)
    {
        using var stream = typeof(ConsentText).Assembly.GetManifestResourceStream($"consent/{name}")
            ?? throw new InvalidOperationException($"The consent text {name} is not part of the build.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
