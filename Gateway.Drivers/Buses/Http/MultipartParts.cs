using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Net.Http.Headers;
using System.Text;

namespace Gateway.Drivers.Buses.Http;

/// <summary>
/// Reads a multipart body, mixed or form-data, that may be endless. A part whose head tells its length is handed out when its last byte
/// has come: the framework's reader waits for the boundary after it, which an event stream sends with the next event. One reader at a time.
/// </summary>
internal sealed class MultipartParts(PipeReader input, string boundary)
{
    private byte[] _delimiter = Encoding.ASCII.GetBytes("--" + boundary);
    private bool _began;

    /// <summary>The boundary that a content type names; null where it names none of 1..70 characters.</summary>
    public static string? BoundaryOf(string? contentType)
    {
        if (!MediaTypeHeaderValue.TryParse(contentType, out var type) || type.MediaType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) != true)
        {
            return null;
        }

        var value = type.Parameters.FirstOrDefault(parameter => parameter.Name.Equals("boundary", StringComparison.OrdinalIgnoreCase))?.Value?.Trim('"');
        return value is { Length: > 0 and <= 72 } ? value : null;
    }

    /// <summary>The next part; null at the end.</summary>
    /// <exception cref="MultipartFormatException">The body is malformed, cut short, or larger than <see cref="MultipartLimits"/>.</exception>
    public async ValueTask<HttpPart?> ReadAsync(CancellationToken cancellationToken)
    {
        if (!_began && !await SkipPreambleAsync(cancellationToken))
        {
            return null;
        }

        _began = true;

        // What follows a delimiter is a line break, or two hyphens at the end of all parts.
        var rest = await TakeLineAsync(cancellationToken);
        if (rest is null || rest.StartsWith("--", StringComparison.Ordinal))
        {
            return null;
        }

        var (name, type, length) = await ReadHeadAsync(cancellationToken);
        var body = length is { } known ? await TakeAsync(known, cancellationToken) : await TakeUntilDelimiterAsync(cancellationToken);
        return new HttpPart(name, type, body);
    }

    private async ValueTask<bool> SkipPreambleAsync(CancellationToken cancellationToken)
    {
        var skipped = 0;
        while (await TakeLineAsync(cancellationToken, peek: true) is { } line)
        {
            if (IsDelimiter(line))
            {
                await DiscardAsync(_delimiter.Length, cancellationToken);
                return true;
            }

            skipped += line.Length + 2;
            if (skipped > MultipartLimits.Head)
            {
                throw new MultipartFormatException("No part begins.");
            }

            await TakeLineAsync(cancellationToken);
        }

        return false;
    }

    private bool IsDelimiter(string line)
    {
        if (line.StartsWith("--" + boundary, StringComparison.Ordinal))
        {
            return true;
        }

        // Some devices name the two hyphens as part of the boundary and do not write them twice.
        if (!boundary.StartsWith("--", StringComparison.Ordinal) || !line.StartsWith(boundary, StringComparison.Ordinal))
        {
            return false;
        }

        _delimiter = Encoding.ASCII.GetBytes(boundary);
        return true;
    }

    private async ValueTask<(string Name, string ContentType, int? Length)> ReadHeadAsync(CancellationToken cancellationToken)
    {
        var (name, type, size) = ("", "", 0);
        int? length = null;
        while (await TakeLineAsync(cancellationToken) is var line)
        {
            size += line is null ? throw new MultipartFormatException("The head of a part is cut short.") : line.Length + 2;
            if (size > MultipartLimits.Head)
            {
                throw new MultipartFormatException("The head of a part is too long.");
            }

            if (line.Length == 0)
            {
                break;
            }

            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0)
            {
                throw new MultipartFormatException("The head of a part has a line without a colon.");
            }

            var value = line[(colon + 1)..].Trim();
            switch (line[..colon].Trim().ToUpperInvariant())
            {
                case "CONTENT-TYPE":
                    type = value.Split(';')[0].Trim().ToLowerInvariant();
                    break;
                case "CONTENT-LENGTH":
                    length = LengthOf(value);
                    break;
                case "CONTENT-DISPOSITION":
                    name = ContentDispositionHeaderValue.TryParse(value.TrimEnd(';'), out var disposition) ? disposition.Name?.Trim('"') ?? "" : "";
                    break;
            }
        }

        return (name, type, length);
    }

    private static int LengthOf(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var length) && length <= MultipartLimits.Part
            ? length
            : throw new MultipartFormatException("A part is too long, or its length is no number.");

    /// <summary>A body of known length. The delimiter after it is awaited with the next part.</summary>
    private async ValueTask<byte[]> TakeAsync(int length, CancellationToken cancellationToken)
    {
        var read = await input.ReadAtLeastAsync(length, cancellationToken);
        if (read.Buffer.Length < length)
        {
            throw new MultipartFormatException("A part is cut short.");
        }

        var body = read.Buffer.Slice(0, length).ToArray();
        input.AdvanceTo(read.Buffer.GetPosition(length));
        _began = false;
        return body;
    }

    private async ValueTask<byte[]> TakeUntilDelimiterAsync(CancellationToken cancellationToken)
    {
        var searched = 0L;
        while (true)
        {
            var read = await input.ReadAsync(cancellationToken);
            var buffer = read.Buffer;
            if (FindDelimiter(buffer, searched) is { } at)
            {
                // The line break before a delimiter belongs to it.
                var body = buffer.Slice(0, at).ToArray();
                input.AdvanceTo(buffer.GetPosition(at + _delimiter.Length));
                return body.AsSpan().EndsWith("\r\n"u8) ? body[..^2] : body.AsSpan().EndsWith("\n"u8) ? body[..^1] : body;
            }

            searched = Math.Max(0, buffer.Length - _delimiter.Length);
            input.AdvanceTo(buffer.Start, buffer.End);
            if (buffer.Length > MultipartLimits.Part || read.IsCompleted)
            {
                throw new MultipartFormatException(read.IsCompleted ? "A part is cut short." : "A part is too long.");
            }
        }
    }

    private long? FindDelimiter(in ReadOnlySequence<byte> buffer, long from)
    {
        var reader = new SequenceReader<byte>(buffer);
        reader.Advance(from);
        while (reader.TryAdvanceTo(_delimiter[0], advancePastDelimiter: false))
        {
            if (reader.IsNext(_delimiter))
            {
                return reader.Consumed;
            }

            reader.Advance(1);
        }

        return null;
    }

    private async ValueTask DiscardAsync(int count, CancellationToken cancellationToken)
    {
        var read = await input.ReadAtLeastAsync(count, cancellationToken);
        input.AdvanceTo(read.Buffer.GetPosition(count));
    }

    /// <summary>One line without its end; null at the end of the body. With <paramref name="peek"/> it stays in the input.</summary>
    private async ValueTask<string?> TakeLineAsync(CancellationToken cancellationToken, bool peek = false)
    {
        while (true)
        {
            var read = await input.ReadAsync(cancellationToken);
            var buffer = read.Buffer;
            if (buffer.PositionOf((byte)'\n') is { } end)
            {
                var line = Encoding.UTF8.GetString(buffer.Slice(0, end)).TrimEnd('\r');
                input.AdvanceTo(peek ? buffer.Start : buffer.GetPosition(1, end));
                return line;
            }

            if (read.IsCompleted)
            {
                var last = buffer.IsEmpty ? null : Encoding.UTF8.GetString(buffer);
                input.AdvanceTo(peek ? buffer.Start : buffer.End, buffer.End);
                return last;
            }

            input.AdvanceTo(buffer.Start, buffer.End);
            if (buffer.Length > MultipartLimits.Head)
            {
                throw new MultipartFormatException("A line is too long.");
            }
        }
    }
}
