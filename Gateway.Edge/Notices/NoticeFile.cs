using System.Text.Json;
using System.Text.Json.Serialization;
using Gateway.Cloud.Contract.Storage;

namespace Gateway.Edge.Notices;

/// <summary>The notices on disk: one small file, replaced as a whole.</summary>
/// <param name="path">The file's name.</param>
internal sealed partial class NoticeFile(string path)
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        WriteIndented = true,
    };

    private bool _isUnread;

    /// <summary>What was saved. A file that cannot be understood is set aside: a notice is no reason to keep gates closed.</summary>
    public IReadOnlyList<GateNotice> Load(ILogger logger)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        try
        {
            return JsonSerializer.Deserialize<List<GateNotice>>(File.ReadAllBytes(path), s_json) ?? [];
        }
        catch (JsonException error)
        {
            var aside = path + ".damaged";
            Damaged(logger, path, aside, error.Message);
            File.Move(path, aside, overwrite: true);
            return [];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            _isUnread = true;
            Unread(logger, path, error.Message);
            return [];
        }
    }

    /// <summary>Puts these in the place of all, durably.</summary>
    /// <exception cref="IOException">The disk takes nothing, or has not given what stands there: that is not written over.</exception>
    public void Save(IReadOnlyList<GateNotice> notices)
    {
        if (_isUnread)
        {
            throw new IOException($"{path} could not be read at the start and is not written over; put its disk right and start the gateway again.");
        }

        PrivateFiles.Replace(path, $"{path}.{Guid.NewGuid():N}.tmp", JsonSerializer.SerializeToUtf8Bytes(notices, s_json));
    }

    [LoggerMessage(EventId = 9102, Level = LogLevel.Error, Message = "The notices for the gates' displays cannot be read from {Path}, so none are shown and none can be set: {Reason}")]
    private static partial void Unread(ILogger logger, string path, string reason);

    [LoggerMessage(EventId = 9101, Level = LogLevel.Error, Message = "The notices for the gates' displays cannot be read from {Path}, so none are shown; the file is kept as {Aside}: {Reason}")]
    private static partial void Damaged(ILogger logger, string path, string aside, string reason);
}
