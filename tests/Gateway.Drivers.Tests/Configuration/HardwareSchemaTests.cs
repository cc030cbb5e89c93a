using System.Diagnostics;
using EdgeGateway.Testing;

namespace Gateway.Drivers.Tests.Configuration;

public sealed class HardwareSchemaTests
{
    private const string Script = """
        const { readFileSync } = require('fs');
        const Ajv = require('ajv/dist/2020');
        const ajv = new Ajv({ allErrors: true, strict: true });
        const validate = ajv.compile(JSON.parse(readFileSync(process.argv[1], 'utf8')));
        const file = JSON.parse(readFileSync(process.argv[2], 'utf8'));
        if (process.argv[3]) { eval(process.argv[3]); }
        if (!validate(file)) { console.log(JSON.stringify(validate.errors)); process.exit(1); }
        """;

    [Fact]
    public async Task Every_shipped_hardware_file_satisfies_the_schema()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(TestData.RepositoryRoot, "hw-configs"), "*.json").Where(file => Path.GetFileName(file) != "schema.json"))
        {
            var (exitCode, output) = await ValidateAsync(file, change: "");
            Assert.True(exitCode == 0, $"{file}: {output}");
        }
    }

    [Theory]
    [InlineData("file.devices[0].camera.widht = 5")]
    [InlineData("file.site.compound = 'Demo Garden'")]
    [InlineData("delete file.devices[0].door")]
    [InlineData("file.devices[0].camera.width = 1281")]
    public async Task Schema_refuses_what_the_reader_refuses(string change)
    {
        var (exitCode, _) = await ValidateAsync(Path.Combine(TestData.RepositoryRoot, "hw-configs", "demo.json"), change);

        Assert.Equal(1, exitCode);
    }

    private static async Task<(int ExitCode, string Output)> ValidateAsync(string file, string change)
    {
        var start = new ProcessStartInfo("node", ["-e", Script, Path.Combine(TestData.RepositoryRoot, "hw-configs", "schema.json"), file, change])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = TestData.RepositoryRoot,
        };
        using var node = Process.Start(start)!;
        var output = node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = await node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (node.ExitCode, await output + error);
    }
}
