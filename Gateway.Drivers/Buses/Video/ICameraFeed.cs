namespace Gateway.Drivers.Buses.Video;

/// <summary>A camera whose frames are in colour, only the newest of which is held.</summary>
internal interface ICameraFeed : ICameraSource, IVideoSource;
