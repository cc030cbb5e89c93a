namespace Gateway.Drivers.Buses.Video.Pictures;

/// <summary>The last picture and what led to it.</summary>
/// <param name="Measures">What it is like.</param>
/// <param name="SameFor">How long it has been the same.</param>
/// <param name="Covered">Its texture went from one look to the next and has not come back.</param>
internal readonly record struct PictureState(PictureMeasures Measures, TimeSpan SameFor, bool Covered);
