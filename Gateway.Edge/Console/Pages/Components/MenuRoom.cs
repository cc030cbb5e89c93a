namespace Gateway.Edge.Console.Pages.Components;

/// <summary>Where a place of the menu has room of its own; elsewhere it stands behind "More".</summary>
internal enum MenuRoom
{
    /// <summary>On every screen.</summary>
    Phone,

    /// <summary>On wide screens.</summary>
    Desk,

    /// <summary>Nowhere.</summary>
    More,
}
