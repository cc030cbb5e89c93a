using Gateway.Edge.Access.Grants;

namespace Gateway.Edge.Console.Grants;

/// <summary>Reads the photos that come with the form.</summary>
internal sealed class GrantPhotos(GrantOptions options)
{
    /// <summary>What a request may have: a photo of the camera and one of a file, each a little too large still answered in words.</summary>
    public const int LargestRequest = 40 * 1024 * 1024;

    private static readonly string[] s_fields = ["camera", "photo"];

    /// <summary>The photos in the order of their fields; whether one is larger than is allowed.</summary>
    public async Task<(IReadOnlyList<byte[]> Photos, bool TooLarge)> ReadAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var photos = new List<byte[]>();
        foreach (var file in s_fields.Select(field => form.Files[field]).OfType<IFormFile>().Where(file => file.Length > 0))
        {
            if (file.Length > options.MaximumPhotoBytes)
            {
                return ([], true);
            }

            using var memory = new MemoryStream((int)file.Length);
            await file.CopyToAsync(memory, context.RequestAborted);
            photos.Add(memory.ToArray());
        }

        return (photos, false);
    }
}
