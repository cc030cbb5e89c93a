using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace EdgeGateway.Benchmarks.Faces;

/// <summary>FAISS in a Python process that answers when asked, so that both sides take turns on the same machine.</summary>
internal sealed class FaissPeer : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gallery-benchmark").FullName;
    private readonly Process _process;

    public FaissPeer(IReadOnlyList<ReadOnlyMemory<float>> templates, IReadOnlyList<float[]> queries)
    {
        var (templateFile, queryFile) = (Path.Combine(_folder, "templates.f32"), Path.Combine(_folder, "queries.f32"));
        Write(templateFile, templates);
        Write(queryFile, [.. queries.Select(query => (ReadOnlyMemory<float>)query)]);
        var script = Path.Combine(Repository.Root, "tests/Benchmarks/Faces/faiss_flat.py");
        _process = Process.Start(new ProcessStartInfo("/usr/bin/python3", [script, templateFile, queryFile])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        }) ?? throw new InvalidOperationException("/usr/bin/python3 did not start.");
        if (_process.StandardOutput.ReadLine() != "ready")
        {
            throw new InvalidOperationException("FAISS did not start: install the Debian package python3-faiss.");
        }
    }

    /// <summary>One pass over all queries: milliseconds a query and the best template of each.</summary>
    public (double Milliseconds, int[] Best) Pass()
    {
        _process.StandardInput.WriteLine("go");
        _process.StandardInput.Flush();
        var fields = (_process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("FAISS ended.")).Split(' ');
        return (double.Parse(fields[0], CultureInfo.InvariantCulture), [.. fields[1..].Select(field => int.Parse(field, CultureInfo.InvariantCulture))]);
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static void Write(string path, IReadOnlyList<ReadOnlyMemory<float>> rows)
    {
        using var file = File.Create(path);
        foreach (var row in rows)
        {
            file.Write(MemoryMarshal.AsBytes(row.Span));
        }
    }
}
