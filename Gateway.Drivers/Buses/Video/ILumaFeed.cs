namespace Gateway.Drivers.Buses.Video;

/// <summary>A camera whose frames are grey and come one by one with the stream's own times.</summary>
internal interface ILumaFeed : ICameraSource, ILumaSource;
