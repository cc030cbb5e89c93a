using System.Xml.Linq;
using Gateway.Cloud.Contract.Storage;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Gateway.Edge.Console.SignIn;

/// <summary>The cookies' keys in a folder of the gateway's user, made when first needed: a refused start leaves nothing behind.</summary>
internal sealed class CookieKeys(string folder, ILoggerFactory loggers) : IXmlRepository
{
    private readonly Lazy<FileSystemXmlRepository> _files = new(() =>
    {
        PrivateFiles.CreateDirectory(folder);
        return new FileSystemXmlRepository(new DirectoryInfo(folder), loggers);
    });

    /// <inheritdoc/>
    public IReadOnlyCollection<XElement> GetAllElements() => _files.Value.GetAllElements();

    /// <inheritdoc/>
    public void StoreElement(XElement element, string friendlyName) => _files.Value.StoreElement(element, friendlyName);
}
