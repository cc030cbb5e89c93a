using System.Text.Json;
using Gateway.Cloud.Contract.Storage;

namespace Gateway.Edge.Retention;

/// <summary>The times that staff have set, by key: one small file, replaced as a whole. They hold in the place of the configuration's.</summary>
/// <param name="path">The file's name.</param>
/// <param name="logger">Told of what cannot be used.</param>
internal sealed partial class SavedRetention(string path, ILogger<SavedRetention> logger)
{
    private static readonly JsonSerializerOptions s_json = new() { WriteIndented = true };

    /// <summary>Puts what was saved into options that have just been read. A value that does not fit is left out and told of.</summary>
    public void Apply(object options)
    {
        var saved = LoadOrNone();
        foreach (var rule in RetentionRules.All.Where(rule => rule.Property.DeclaringType == options.GetType()))
        {
            if (!saved.TryGetValue(rule.Key, out var days))
            {
                continue;
            }

            if (days >= rule.Least && days <= rule.Most)
            {
                rule.Write(options, days);
            }
            else
            {
                DoesNotFit(logger, path, rule.Key, days, rule.Least, rule.Most);
            }
        }
    }

    /// <summary>Saves times among the others, durably. A file that cannot be understood is kept beside the new one.</summary>
    /// <exception cref="IOException">The disk gives or takes nothing.</exception>
    public void Save(IEnumerable<KeyValuePair<string, int>> days)
    {
        Dictionary<string, int> saved;
        try
        {
            saved = Load();
        }
        catch (JsonException error)
        {
            Unreadable(logger, path, error.Message);
            File.Move(path, path + ".damaged", overwrite: true);
            saved = [];
        }

        foreach (var (key, value) in days)
        {
            saved[key] = value;
        }

        PrivateFiles.Replace(path, $"{path}.{Guid.NewGuid():N}.tmp", JsonSerializer.SerializeToUtf8Bytes(saved, s_json));
    }

    private Dictionary<string, int> Load() => File.Exists(path) ? JsonSerializer.Deserialize<Dictionary<string, int>>(File.ReadAllBytes(path)) ?? [] : [];

    private Dictionary<string, int> LoadOrNone()
    {
        try
        {
            return Load();
        }
        catch (Exception error) when (error is JsonException or IOException or UnauthorizedAccessException)
        {
            Unreadable(logger, path, error.Message);
            return [];
        }
    }

    [LoggerMessage(EventId = 9201, Level = LogLevel.Error, Message = "{Path} cannot be read, so the configuration's times of erasure hold: {Reason} Set them anew on the settings page")]
    private static partial void Unreadable(ILogger logger, string path, string reason);

    [LoggerMessage(EventId = 9202, Level = LogLevel.Error, Message = "{Path}: {Key} is {Days} days and must lie between {Least} and {Most}; the configuration's time holds")]
    private static partial void DoesNotFit(ILogger logger, string path, string key, int days, int least, int most);
}
