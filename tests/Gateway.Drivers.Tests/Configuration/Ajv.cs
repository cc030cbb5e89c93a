using System.Diagnostics;
using EdgeGateway.Testing;

namespace Gateway.Drivers.Tests.Configuration;

/// <summary>An independent validator of JSON Schema, strict about the schema as well.</summary>
internal static class Ajv
{
    private const int Invalid = 2;

    private const string Script = """
        const fs = require('fs');
        const Ajv = require('ajv/dist/2020');
        const [schema, file] = process.argv.slice(-2).map(path => JSON.parse(fs.readFileSync(path, 'utf8')));
        const validate = new Ajv({ strict: true, allErrors: true }).compile(schema);
        if (!validate(file)) { console.log(JSON.stringify(validate.errors)); process.exit(2); }
        """;

    /// <summary>What is wrong with <paramref name="file"/> in the validator's words; empty where nothing is.</summary>
    public static async Task<string> ErrorsAsync(string schema, string file)
    {
        var start = new ProcessStartInfo("node", ["-e", Script, schema, file])
        {
            WorkingDirectory = TestData.RepositoryRoot,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var node = Process.Start(start)!;
        var output = await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(node.ExitCode is 0 or Invalid, $"the validator itself ended with {node.ExitCode}");
        Assert.Equal(node.ExitCode == Invalid, output.Length > 0);
        return output;
    }
}
