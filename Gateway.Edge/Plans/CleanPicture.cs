namespace Gateway.Edge.Plans;

/// <summary>An upload that was drawn anew: nothing of the file is in it but what one sees.</summary>
/// <param name="Jpeg">The bytes to keep.</param>
/// <param name="Width">Pixels in a row.</param>
/// <param name="Height">Rows.</param>
internal sealed record CleanPicture(byte[] Jpeg, int Width, int Height);
