namespace Gateway.Cloud.Contract.Commands;

/// <summary>Payload of command <see cref="Name"/>: a prevention message of the station on the displays at a compound's gates.</summary>
/// <param name="Id">UUID of the notice; the same again changes it.</param>
/// <param name="Words">What is shown: at most 60 characters in Chinese and 120 in English, without line breaks; English may be empty.</param>
/// <param name="Until">Until when, at most 90 days ahead; one that has passed takes the notice down.</param>
/// <param name="From">From when on; null for now.</param>
/// <param name="Gates">Device ids of the gates; null or none for all of them.</param>
public sealed record ShowNotice(string Id, LocalizedText Words, DateTimeOffset Until, DateTimeOffset? From = null, IReadOnlyList<string>? Gates = null)
{
    /// <summary>The command's name.</summary>
    public const string Name = "show-notice";
}
