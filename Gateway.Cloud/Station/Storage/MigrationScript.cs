using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Gateway.Cloud.Station.Storage;

/// <summary>One numbered script such as <c>0001_initial.sql</c>, carried inside the assembly.</summary>
/// <param name="Number">Order of application, from 1 without gaps.</param>
/// <param name="Name">File name.</param>
/// <param name="Sql">Its statements.</param>
internal sealed record MigrationScript(int Number, string Name, string Sql)
{
    /// <summary>Upper-case hex SHA-256 of the text; a script that was applied must never change.</summary>
    public string Checksum { get; } = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Sql)));

    /// <summary>All scripts for one database, in order.</summary>
    /// <param name="database">Folder name: <c>Sqlite</c>.</param>
    public static IReadOnlyList<MigrationScript> For(string database)
    {
        var assembly = typeof(MigrationScript).Assembly;
        var prefix = $"Migrations/{database}/";
        return [.. assembly.GetManifestResourceNames()
            .Select(name => name.Replace('\\', '/'))
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => Read(assembly, name, name[prefix.Length..]))];
    }

    private static MigrationScript Read(Assembly assembly, string resource, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
        return new MigrationScript(int.Parse(name.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture), name, reader.ReadToEnd());
    }
}
