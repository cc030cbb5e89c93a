namespace Gateway.Edge.Journal;

/// <summary>Where the journal lives below the data directory.</summary>
internal sealed class JournalPaths(string dataDirectory)
{
    /// <summary>The data directory.</summary>
    public string Root { get; } = Path.GetFullPath(dataDirectory);

    /// <summary>Folder of the record file and its side files: renamed as one when damaged.</summary>
    public string Folder => Path.Combine(Root, "journal");

    /// <summary>A journal being rebuilt; complete only once <see cref="Folder"/> has been renamed away.</summary>
    public string RebuildFolder => Path.Combine(Root, "journal.new");

    /// <summary>The record file.</summary>
    public string File => FileIn(Folder);

    /// <summary>Folder of the sealed media.</summary>
    public string Media => Path.Combine(Root, "media");

    /// <summary>Key of the media, apart from them.</summary>
    public string MediaKey => Path.Combine(Root, "keys", "media.key");

    /// <summary>The record file inside a journal folder.</summary>
    public static string FileIn(string folder) => Path.Combine(folder, "journal.db");
}
