using System.Security.Cryptography;
using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Mqtt;

namespace Gateway.Cloud.Station.Ingest;

/// <summary>
/// Puts the chunks of media together. Owned by the ingest loop alone. What is unfinished is bounded in bytes: the oldest makes
/// room, and the next receipt asks for it again.
/// </summary>
internal sealed class MediaAssembler(int mostMediumBytes, int mostUnfinishedBytes)
{
    private const int MostChunks = 65_536;

    private readonly Dictionary<(string Compound, string Sha256), Unfinished> _unfinished = [];
    private readonly LinkedList<(string Compound, string Sha256)> _oldestFirst = [];
    private long _bytes;

    /// <summary>Bytes of unfinished media held.</summary>
    public long UnfinishedBytes => _bytes;

    /// <summary>Takes one chunk.</summary>
    /// <param name="message">Topic <c>.../media/{sha256}</c>, user properties of <see cref="MediaChunk"/>.</param>
    /// <param name="compound">The topic's compound.</param>
    /// <param name="sha256">The topic's hash.</param>
    /// <param name="medium">The whole medium when this chunk completed it.</param>
    /// <returns>Why the chunk was refused; null when it was taken.</returns>
    public string? Add(MqttMessage message, string compound, string sha256, out ReceivedMedium? medium)
    {
        medium = null;
        if (!IsHash(sha256))
        {
            return "the topic does not end in a SHA-256 of 64 lower-case hex digits";
        }

        if (MediaChunk.Read(message) is not { } chunk || chunk.Sha256 != sha256 || chunk.Count > MostChunks)
        {
            return "user properties sha256, index (from 0), count and length do not make sense for the topic";
        }

        var (index, count) = (chunk.Index, chunk.Count);
        var key = (compound, sha256);
        var entry = Entry(key, count, message.ContentType ?? "application/octet-stream");
        if (entry.Chunks.Length != count)
        {
            // The gateway has begun again with another chunk size; what is left of the first attempt will never be whole.
            Remove(key);
            entry = Entry(key, count, message.ContentType ?? "application/octet-stream");
        }

        if (entry.Chunks[index] is null)
        {
            entry.Chunks[index] = message.Payload;
            entry.Bytes += message.Payload.Length;
            entry.Arrived++;
            _bytes += message.Payload.Length;
        }

        if (entry.Bytes > mostMediumBytes)
        {
            Remove(key);
            return $"medium is larger than Ingest:MaxMediumBytes ({mostMediumBytes})";
        }

        if (entry.Arrived < count)
        {
            MakeRoom(key);
            return null;
        }

        Remove(key);
        var bytes = entry.Join();
        if (Convert.ToHexStringLower(SHA256.HashData(bytes)) != sha256)
        {
            return "the bytes do not have the SHA-256 that the topic names";
        }

        medium = new ReceivedMedium(compound, sha256, entry.ContentType, bytes);
        return null;
    }

    private Unfinished Entry((string Compound, string Sha256) key, int count, string contentType)
    {
        if (!_unfinished.TryGetValue(key, out var entry))
        {
            entry = new Unfinished(count, contentType, _oldestFirst.AddLast(key));
            _unfinished.Add(key, entry);
        }

        return entry;
    }

    private void MakeRoom((string Compound, string Sha256) keep)
    {
        // The slots of announced chunks count too, so that empty announcements cannot fill the memory.
        while (_bytes + (_unfinished.Values.Sum(item => (long)item.Chunks.Length) * 24) > mostUnfinishedBytes
            && _oldestFirst.First is { } oldest && oldest.Value != keep)
        {
            Remove(oldest.Value);
        }
    }

    private void Remove((string Compound, string Sha256) key)
    {
        if (_unfinished.Remove(key, out var entry))
        {
            _oldestFirst.Remove(entry.Place);
            _bytes -= entry.Bytes;
        }
    }

    private static bool IsHash(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigitLower);

    private sealed class Unfinished(int count, string contentType, LinkedListNode<(string Compound, string Sha256)> place)
    {
        public ReadOnlyMemory<byte>?[] Chunks { get; } = new ReadOnlyMemory<byte>?[count];

        public string ContentType { get; } = contentType;

        public LinkedListNode<(string Compound, string Sha256)> Place { get; } = place;

        public long Bytes { get; set; }

        public int Arrived { get; set; }

        public byte[] Join()
        {
            var whole = new byte[Bytes];
            var offset = 0;
            foreach (var chunk in Chunks)
            {
                chunk!.Value.Span.CopyTo(whole.AsSpan(offset));
                offset += chunk.Value.Length;
            }

            return whole;
        }
    }
}
