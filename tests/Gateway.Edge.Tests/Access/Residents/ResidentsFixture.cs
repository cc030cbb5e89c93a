using Gateway.Edge.Access.Residents;
using Gateway.Edge.Journal;
using Gateway.Edge.Perception.Faces;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Edge.Tests.Access.Residents;

/// <summary>A registry with a real file, a real journal and made-up faces, that can be closed and opened again.</summary>
internal sealed class ResidentsFixture : IDisposable
{
    private ServiceProvider? _provider;

    public string Data { get; } = Directory.CreateTempSubdirectory("residents-").FullName;

    public MadeUpFaces Faces { get; private set; } = new();

    public ResidentRegistry Registry => Provider.GetRequiredService<ResidentRegistry>();

    public SqliteJournal Journal => Provider.GetRequiredService<SqliteJournal>();

    private ServiceProvider Provider => _provider ??= Build();

    public static EnrolmentRequest Request(byte person, int photos = 2, bool keep = false) => new(
        "王小明",
        "3-1202",
        [.. Enumerable.Range(0, photos).Select(view => MadeUpFaces.Photo(person, (byte)view))],
        "王小明",
        "v1",
        keep);

    public static void AddFaces(IServiceCollection services, MadeUpFaces faces) =>
        services.AddSingleton<IFaceGallery>(faces).AddSingleton<IEnrolmentExaminer>(faces);

    public IConfigurationRoot Configuration() => new ConfigurationBuilder()
        .AddInMemoryCollection([new("Gateway:DataDirectory", Data)])
        .Build();

    public void Reopen()
    {
        Close();
        Faces = new MadeUpFaces();
    }

    public void Close()
    {
        _provider?.Dispose();
        _provider = null;
    }

    /// <summary>Every byte that the registry has on disk, its log included.</summary>
    public byte[] BytesOnDisk() => DiskBytes.Of(Data, "residents.db");

    public void Dispose()
    {
        Close();
        SqliteConnection.ClearAllPools();
        Directory.Delete(Data, recursive: true);
    }

    private ServiceProvider Build()
    {
        var services = new ServiceCollection().AddLogging();
        AddFaces(services, Faces);
        return services.AddJournal(Configuration()).AddResidents(Configuration()).BuildServiceProvider();
    }
}
