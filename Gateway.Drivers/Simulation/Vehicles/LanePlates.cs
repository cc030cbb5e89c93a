using System.Collections.Concurrent;
using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Devices;
using Gateway.Drivers.Simulation.Plates;
using Microsoft.Extensions.Logging;

namespace Gateway.Drivers.Simulation.Vehicles;

/// <summary>
/// The plates of one simulated lane, each drawn once. Without a font the vehicles come with blank plates, which is logged once; nothing else
/// stops. Safe for several threads.
/// </summary>
/// <param name="glyphs">The shapes, perhaps still being made.</param>
/// <param name="logger">Told what is missing.</param>
internal sealed class LanePlates(Task<PlateGlyphs> glyphs, ILogger logger)
{
    /// <summary>More than wait at once; after that many all are drawn anew.</summary>
    private const int Most = 8;

    /// <summary>Pixels per mm of plate: enough for the largest that a picture of usual size shows.</summary>
    private const float Scale = 0.5f;

    private readonly ConcurrentDictionary<VehicleLook, BgrImage> _drawn = [];
    private int _told;

    /// <summary>The picture of a vehicle's plate; null while there is none.</summary>
    public BgrImage? Of(VehicleLook look)
    {
        if (look.Plate is null || !glyphs.IsCompletedSuccessfully)
        {
            if (glyphs.IsFaulted && glyphs.Exception.InnerException is DeviceFaultException fault && Interlocked.Exchange(ref _told, 1) == 0)
            {
                LaneLog.NoPlates(logger, fault.Message);
            }

            return null;
        }

        if (_drawn.Count >= Most)
        {
            _drawn.Clear();
        }

        return _drawn.GetOrAdd(look, static (wanted, shapes) => new PlateArt(shapes).Draw(wanted.Plate!, wanted.Wear, Scale), glyphs.GetAwaiter().GetResult());
    }
}
