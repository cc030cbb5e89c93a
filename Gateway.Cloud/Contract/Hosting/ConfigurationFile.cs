using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace Gateway.Cloud.Contract.Hosting;

/// <summary>Reads a settings file and the environment over it, and refuses what nothing would read.</summary>
public static class ConfigurationFile
{
    // Sections that the framework itself reads.
    private static readonly string[] FrameworkSections = ["Logging", "Kestrel", "AllowedHosts"];

    /// <summary>
    /// Loads <paramref name="path"/> (JSON, comments and trailing commas allowed), then variables beginning with
    /// <paramref name="environmentPrefix"/> (<c>PREFIX_Section__Key</c>).
    /// </summary>
    /// <exception cref="ConfigurationFaultException">The file is missing or not JSON, or has a section that nothing reads.</exception>
    public static IConfigurationRoot Load(string path, string environmentPrefix, params IReadOnlyCollection<string> sections)
    {
        if (!File.Exists(path))
        {
            throw new ConfigurationFaultException($"{path}: no such file. Name the settings file with --config.");
        }

        try
        {
            using var _ = JsonDocument.Parse(
                File.ReadAllBytes(path),
                new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        }
        catch (JsonException error)
        {
            throw new ConfigurationFaultException($"{path}: line {error.LineNumber + 1}: not valid JSON: {error.Message}", error);
        }
        catch (UnauthorizedAccessException error)
        {
            throw new ConfigurationFaultException($"{path}: cannot be read: {error.Message}", error);
        }

        var configuration = new ConfigurationBuilder()
            .AddJsonFile(Path.GetFullPath(path), optional: false, reloadOnChange: false)
            .AddEnvironmentVariables(environmentPrefix)
            .Build();
        string[] known = [.. sections, .. FrameworkSections];
        foreach (var child in configuration.GetChildren())
        {
            if (!known.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
            {
                throw new ConfigurationFaultException(
                    $"{path}: {child.Key}: unknown section. Known sections: {string.Join(", ", known.Order(StringComparer.Ordinal))}.");
            }
        }

        return configuration;
    }
}
