using System.IO.Compression;
using System.Security.Cryptography;
using Gateway.Edge.Privacy.Stores;

namespace Gateway.Edge.Privacy.Export;

/// <summary>A ZIP of files with a manifest of their SHA-256.</summary>
internal static class ExportArchive
{
    /// <summary>Name of the manifest.</summary>
    public const string Manifest = "manifest.json";

    /// <summary>Packs files; <c>manifest.json</c> comes last and names all others.</summary>
    public static byte[] Pack(IReadOnlyList<StoreFile> files, object about, DateTimeOffset at)
    {
        var entries = files.Select(file => new { file.Name, Size = file.Bytes.Length, Sha256 = Convert.ToHexStringLower(SHA256.HashData(file.Bytes)) });
        var manifest = new StoreFile(Manifest, PrivacyJson.Bytes(new { About = about, MadeAt = at, Files = entries }));
        using var memory = new MemoryStream();
        using (var archive = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in files.Append(manifest))
            {
                var entry = archive.CreateEntry(file.Name, CompressionLevel.Fastest);
                entry.LastWriteTime = at;
                using var stream = entry.Open();
                stream.Write(file.Bytes);
            }
        }

        return memory.ToArray();
    }
}
