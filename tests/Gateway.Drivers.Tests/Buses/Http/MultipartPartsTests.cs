using System.IO.Pipelines;
using System.Text;
using Gateway.Drivers.Buses.Http;

namespace Gateway.Drivers.Tests.Buses.Http;

public sealed class MultipartPartsTests
{
    private const string Head = "Content-Type: application/json; charset=\"UTF-8\"\r\n";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task Event_of_known_length_is_read_before_the_next_boundary_comes()
    {
        var pipe = new Pipe();
        var parts = new MultipartParts(pipe.Reader, "MIME_boundary");
        for (var i = 0; i < 3; i++)
        {
            await WriteAsync(pipe, $"--MIME_boundary\r\n{Head}Content-Length: 7\r\n\r\n{{\"a\":{i}}}");
            var part = await parts.ReadAsync(Cancelled);
            Assert.Equal($"{{\"a\":{i}}}", Text(part));
            Assert.True(part!.IsJson);
            await WriteAsync(pipe, "\r\n");
        }
    }

    [Fact(Timeout = 60_000)]
    public async Task Any_chopping_of_the_stream_yields_the_same_parts()
    {
        var random = new Random(7);
        var picture = new byte[5000];
        random.NextBytes(picture);
        var body = Bytes(
            $"preamble\r\n--b\r\nContent-Disposition: form-data; name=\"event_log\"\r\n{Head}\r\n{{\"x\":1}}\r\n--b\r\n"
            + $"Content-Disposition: form-data; name=\"Picture\"; filename=\"p.jpg\"\r\nContent-Type: image/jpeg\r\nContent-Length: {picture.Length}\r\n\r\n");
        byte[] whole = [.. body, .. picture, .. Bytes($"\r\n--b\r\n{Head}\r\n\r\n--b--\r\nepilogue")];
        for (var run = 0; run < 50; run++)
        {
            var pipe = new Pipe();
            var read = ReadAllAsync(new MultipartParts(pipe.Reader, "b"));
            for (var at = 0; at < whole.Length;)
            {
                var next = Math.Min(whole.Length, at + random.Next(1, run == 0 ? 2 : 900));
                await pipe.Writer.WriteAsync(whole.AsMemory(at..next), Cancelled);
                at = next;
            }

            await pipe.Writer.CompleteAsync();
            var parts = await read;
            Assert.Equal(["event_log", "Picture", ""], parts.Select(part => part.Name));
            Assert.Equal("{\"x\":1}", Text(parts[0]));
            Assert.Equal(picture, parts[1].Body.ToArray());
            Assert.True(parts[1].IsPicture);
            Assert.Empty(parts[2].Body.ToArray());
        }
    }

    [Theory(Timeout = 60_000)]
    [InlineData("--edge", "--edge")]
    [InlineData("--edge", "----edge")]
    [InlineData("edge", "--edge")]
    public async Task Boundary_is_understood_with_its_hyphens_named_or_not(string named, string written)
    {
        var parts = await ReadAllAsync(Of($"{written}\r\n{Head}\r\none\r\n{written}\r\n{Head}\r\ntwo\r\n{written}--\r\n", named));
        Assert.Equal(["one", "two"], parts.Select(Text));
    }

    [Fact(Timeout = 60_000)]
    public async Task Bare_line_feeds_are_line_ends_too()
    {
        var parts = await ReadAllAsync(Of("--b\nContent-Type: text/xml\n\n<a/>\n--b--\n", "b"));
        Assert.Equal("<a/>", Text(Assert.Single(parts)));
    }

    [Theory(Timeout = 60_000)]
    [InlineData("--b\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{}")]
    [InlineData("--b\r\nContent-Type: application/json\r\nContent-Length: -1\r\n\r\n{}")]
    [InlineData("--b\r\nContent-Type: application/json\r\nContent-Length: 99999999999\r\n\r\n{}")]
    [InlineData("--b\r\nno colon\r\n\r\n{}\r\n--b--")]
    [InlineData("--b\r\nContent-Type: application/json\r\n\r\nnever ended")]
    [InlineData("--b\r\nContent-Type")]
    public async Task Malformed_body_is_said_to_be(string body) =>
        await Assert.ThrowsAsync<MultipartFormatException>(() => ReadAllAsync(Of(body, "b")));

    [Fact(Timeout = 60_000)]
    public async Task Endless_head_line_part_and_preamble_are_cut_off()
    {
        string[] bodies =
        [
            "--b\r\n" + new string('h', 20_000),
            "--b\r\n" + string.Concat(Enumerable.Repeat("a: b\r\n", 3000)),
            "--b\r\n\r\n" + new string('x', MultipartLimits.Part + 100),
            string.Concat(Enumerable.Repeat("waiting\r\n", 3000)),
        ];
        foreach (var body in bodies)
        {
            await Assert.ThrowsAsync<MultipartFormatException>(() => ReadAllAsync(Of(body, "b")));
        }
    }

    [Fact(Timeout = 60_000)]
    public async Task Random_bytes_end_as_a_fault_or_as_parts_and_never_otherwise()
    {
        var random = new Random(11);
        for (var run = 0; run < 300; run++)
        {
            var noise = new byte[random.Next(0, 400)];
            random.NextBytes(noise);
            var body = run % 2 == 0 ? noise : [.. Bytes("--b\r\n"), .. noise];
            try
            {
                await ReadAllAsync(new MultipartParts(PipeReader.Create(new MemoryStream(body)), "b"));
            }
            catch (MultipartFormatException)
            {
                // As it should be.
            }
        }
    }

    [Theory]
    [InlineData("multipart/mixed; boundary=abc", "abc")]
    [InlineData("multipart/form-data; charset=x; boundary=\"a b\"", "a b")]
    [InlineData("multipart/mixed", null)]
    [InlineData("application/json; boundary=abc", null)]
    [InlineData("multipart/mixed; boundary=", null)]
    [InlineData(null, null)]
    public void Boundary_is_that_of_the_content_type(string? type, string? expected) => Assert.Equal(expected, MultipartParts.BoundaryOf(type));

    private static MultipartParts Of(string body, string boundary) => new(PipeReader.Create(new MemoryStream(Bytes(body))), boundary);

    private static async Task<List<HttpPart>> ReadAllAsync(MultipartParts parts)
    {
        List<HttpPart> all = [];
        while (await parts.ReadAsync(Cancelled) is { } part)
        {
            all.Add(part);
        }

        return all;
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string? Text(HttpPart? part) => part is null ? null : Encoding.UTF8.GetString(part.Body.Span);

    private static async Task WriteAsync(Pipe pipe, string text) => await pipe.Writer.WriteAsync(Bytes(text), Cancelled);
}
