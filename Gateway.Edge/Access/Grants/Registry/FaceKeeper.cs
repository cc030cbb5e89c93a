using Gateway.Edge.Access.Grants.Storage;
using Gateway.Edge.Perception.Faces;
using Gateway.Edge.Secrets;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Access.Grants.Registry;

/// <summary>Workers' faces between the file and the gallery. The gallery forgets first: from then on no gate recognises the face.</summary>
internal sealed class FaceKeeper(IFaceGallery gallery, WorkerRows rows, GrantBook book, ILogger<FaceKeeper> logger)
{
    /// <summary>Templates that still fit in.</summary>
    public int Room => gallery.Room;

    /// <summary>Lets the gates recognise a worker.</summary>
    public void Show(Guid worker, IReadOnlyList<float[]> templates) =>
        gallery.Set(worker, [.. templates.Select(template => new ReadOnlyMemory<float>(template))]);

    /// <summary>No gate recognises the worker any more.</summary>
    public void Hide(Guid worker) => gallery.Remove(worker);

    /// <summary>Fills the gallery from the file, with workers of live grants only.</summary>
    public void Load(SqliteConnection file)
    {
        foreach (var worker in book.Now.Workers.Where(worker => worker.Templates > 0 && book.Now.GrantsOf(worker.Id).Any(grant => grant.IsLive)))
        {
            try
            {
                gallery.Set(worker.Id, rows.ReadTemplates(file, worker.Id));
            }
            catch (SecretFaultException error)
            {
                GrantsLog.RowUnreadable(logger, "template", worker.Id, error);
                book.IsComplete = false;
            }
            catch (InvalidOperationException error)
            {
                GrantsLog.GalleryFull(logger, error);
                book.IsComplete = false;
            }
        }
    }
}
