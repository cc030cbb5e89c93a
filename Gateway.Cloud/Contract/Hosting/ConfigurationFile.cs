using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace Gateway.Cloud.Contract.Hosting;

/// <summary>Reads a settings file and the environment over it, and refuses what nothing would read.</summary>
public static class ConfigurationFile
{
    /// <summary>
    /// Adds <paramref name="path"/> (JSON; comments and trailing commas are allowed), then the environment, which wins
    /// (<c>Section__Key=value</c>).
    /// </summary>
    /// <exception cref="ConfigurationFaultException">The file is missing or not JSON, or has a section that nothing reads.</exception>
    public static void Add(IConfigurationBuilder builder, string path, params IReadOnlyCollection<string> sections)
    {
        path = Path.GetFullPath(path);
        RequireJson(path);
        var alone = Read(path);
        foreach (var child in alone.GetChildren())
        {
            if (!sections.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
            {
                throw new ConfigurationFaultException(
                    $"{path}: {child.Key}: unknown section. Known sections: {string.Join(", ", sections.Order(StringComparer.Ordinal))}.");
            }
        }

        builder.AddJsonFile(path, optional: false, reloadOnChange: false);
        builder.AddEnvironmentVariables();
        LogLevels.Require(new ConfigurationBuilder().AddJsonFile(path, optional: false, reloadOnChange: false).AddEnvironmentVariables().Build());
    }

    private static IConfigurationRoot Read(string path)
    {
        try
        {
            return new ConfigurationBuilder().AddJsonFile(path, optional: false, reloadOnChange: false).Build();
        }
        catch (InvalidDataException error)
        {
            throw new ConfigurationFaultException($"{path}: {(error.InnerException ?? error).Message} Name every key once.", error);
        }
    }

    private static void RequireJson(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(
                File.ReadAllBytes(path),
                new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            if (document.RootElement.ValueKind is not JsonValueKind.Object)
            {
                throw new ConfigurationFaultException($"{path}: must hold one JSON object, such as {{ \"Gateway\": {{ ... }} }}.");
            }
        }
        catch (JsonException error)
        {
            throw new ConfigurationFaultException($"{path}: line {error.LineNumber + 1}: not valid JSON: {error.Message}", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationFaultException($"{path} cannot be read: {error.Message} Name the settings file with --config.", error);
        }
    }
}
