namespace Gateway.Edge.Console.Facades;

/// <summary>What became of saving; the page's script reads it.</summary>
/// <param name="Saved">Whether the file was changed.</param>
/// <param name="Text">What became of it, in the page's language.</param>
/// <param name="Print">The camera's text as it stands now, to save again from; null where nothing was saved.</param>
/// <param name="Snippet">The section, to be put into the file by hand; null where that is not needed.</param>
internal sealed record FacadeSaved(bool Saved, string Text, string? Print = null, string? Snippet = null);
