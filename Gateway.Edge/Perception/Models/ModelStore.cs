using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace Gateway.Edge.Perception.Models;

/// <summary>The folder of model files, checked against the manifest.</summary>
internal sealed class ModelStore(IOptions<ModelOptions> options, ModelManifest manifest)
{
    private readonly string _folder = Path.GetFullPath(options.Value.Folder);

    /// <summary>Looks at every model of the manifest.</summary>
    public IReadOnlyList<ModelCheck> CheckAll() => [.. manifest.Models.Select(model => Read(model).Check)];

    /// <summary>The verified bytes of a model: what was hashed is what gets loaded, so the file cannot change in between.</summary>
    /// <exception cref="ModelFaultException">Missing or altered; names the file and the fix.</exception>
    public byte[] Load(string name)
    {
        var (check, bytes) = Read(manifest[name]);
        return bytes is not null && check.Problem is null ? bytes : throw new ModelFaultException(check.Problem!);
    }

    private (ModelCheck Check, byte[]? Bytes) Read(ModelEntry model)
    {
        var path = Path.Combine(_folder, model.File);
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return (new ModelCheck(model, path, ModelState.Missing, $"Model '{model.Name}' cannot be read from {path}: {error.Message} {Fix(model)}"), null);
        }

        var digest = Convert.ToHexStringLower(SHA256.HashData(bytes));
        return digest == model.Sha256
            ? (new ModelCheck(model, path, ModelState.Ready, null), bytes)
            : (new ModelCheck(
                model,
                path,
                ModelState.Altered,
                $"Model '{model.Name}' in {path} is not the one this gateway was built for: sha256 {digest} instead of {model.Sha256}. {Fix(model)}"), null);
    }

    private static string Fix(ModelEntry model) => $"Put back the original ({model.Source}): run `npm ci` and build again, or reinstall the gateway.";
}
