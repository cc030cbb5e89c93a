using System.Diagnostics;
using EdgeGateway.Testing;

namespace Gateway.Drivers.Tests.Configuration;

public sealed class SchemaTests
{
    private const string Script = """
        const fs = require('fs');
        const Ajv = require('ajv/dist/2020');
        const [schema, file] = process.argv.slice(-2).map(path => JSON.parse(fs.readFileSync(path, 'utf8')));
        const validate = new Ajv({ strict: true, allErrors: true }).compile(schema);
        if (!validate(file)) { console.log(JSON.stringify(validate.errors)); process.exit(2); }
        """;

    private static readonly string Configs = Path.Combine(TestData.RepositoryRoot, "hw-configs");

    [Theory(Timeout = 60_000)]
    [InlineData("demo.json")]
    [InlineData("raspberry-pi-5.json")]
    [InlineData("rk3588.json")]
    public async Task Shipped_file_obeys_the_schema(string file)
    {
        var (code, output) = await ValidateAsync(Path.Combine(Configs, file));
        Assert.True(code == 0, output);
    }

    [Fact(Timeout = 60_000)]
    public async Task Schema_refuses_what_the_reader_refuses()
    {
        using var folder = new TemporaryFolder();
        var text = await File.ReadAllTextAsync(Path.Combine(Configs, "demo.json"), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(folder.File("bad.json"), text.Replace("\"width\"", "\"widht\"", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var (code, output) = await ValidateAsync(folder.File("bad.json"));
        Assert.Equal(2, code);
        Assert.Contains("widht", output, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output)> ValidateAsync(string file)
    {
        var start = new ProcessStartInfo("node", ["-e", Script, Path.Combine(Configs, "schema.json"), file])
        {
            WorkingDirectory = TestData.RepositoryRoot,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var node = Process.Start(start)!;
        var output = await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (node.ExitCode, output);
    }
}
