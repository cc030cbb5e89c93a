namespace Gateway.Edge.Perception.FallingObjects.Evaluation;

/// <summary>Something to evaluate on: frames, and what is true about them. May be opened more than once.</summary>
internal interface IEvaluationClip
{
    /// <summary>The file's name, or what a made clip is called.</summary>
    string Name { get; }

    /// <summary>What falls in it, mirror images included; empty where nothing does.</summary>
    IReadOnlyList<TrueFall> Truth { get; }

    /// <summary>What kind of clip it is, for tables: <c>nuisance</c> to <c>rain</c>; one kind of group may hold several values.</summary>
    IReadOnlyList<ClipGroup> Groups { get; }

    /// <summary>Begins to read it.</summary>
    /// <exception cref="Gateway.Drivers.Devices.DeviceFaultException">It cannot be read.</exception>
    ValueTask<IClipFrames> OpenAsync(CancellationToken cancellationToken);
}
