using Gateway.Edge.Perception.FallingObjects;

namespace EdgeGateway.Benchmarks.Falling;

/// <summary>Processor time of a detector on full-HD frames beside that of OpenCV's MOG2, taking turns, one thread each; and its memory.</summary>
internal static class DetectorSpeed
{
    private const int Rounds = 5;
    private const int Cameras = 8;

    public static bool Measure(FallDetectorFactory detectors)
    {
        var reel = new FrameReel();
        var megabytes = Memory(detectors, reel);
        var (whole, tower) = (detectors.Create(reel.View), detectors.Create(reel.OfTower));
        using var peer = new Mog2Peer(reel);
        var (ours, ofTower, theirs) = (new List<double>(), new List<double>(), new List<double>());
        var (told, toldOfTower) = (0, 0);
        for (var round = 0; round <= Rounds; round++)
        {
            var (one, two, three) = (Seconds(() => told += reel.Pass(whole)), Seconds(() => toldOfTower += reel.Pass(tower)), peer.Pass());
            if (round > 0)
            {
                ours.Add(one);
                ofTower.Add(two);
                theirs.Add(three);
            }
        }

        var (our, their) = (Rate(ours), Rate(theirs));
        Result.Note("detector, the whole picture", our, $"frames of 1920 x 1080 a second, {told} falls told in {Rounds + 1} passes");
        Result.Note("detector, an entered facade", Rate(ofTower), $"frames a second, {toldOfTower} falls told");
        Result.Note("OpenCV MOG2", their, "frames a second");
        return Result.AtLeast("falling, times real time at 1080p/25", our / FrameReel.Rate, 4)
            & Result.AtLeast("falling, frame rate / OpenCV MOG2", our / their, 5)
            & Result.AtMost("falling, memory a camera, MB", megabytes, 40);

        double Rate(List<double> seconds) => reel.PassLength / seconds.Order().ElementAt(Rounds / 2);
    }

    /// <summary>What a detector adds to the resident memory once it has seen every frame there and back.</summary>
    private static double Memory(FallDetectorFactory detectors, FrameReel reel)
    {
        reel.Pass(detectors.Create(reel.View)); // what is there once for all
        var before = Resident();
        List<IFallDetector> kept = [];
        for (var camera = 0; camera < Cameras; camera++)
        {
            kept.Add(detectors.Create(reel.View));
            reel.Pass(kept[^1]);
        }

        var each = (Resident() - before) / Cameras;
        GC.KeepAlive(kept);
        return each;
    }

    /// <summary>In MB of a million bytes.</summary>
    private static double Resident()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        return Footprint.ResidentMemory.OfProcess(Environment.ProcessId) * 1024 * 1024 / 1e6;
    }

    private static double Seconds(Action work)
    {
        var before = Environment.CpuUsage.TotalTime;
        work();
        return (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }
}
