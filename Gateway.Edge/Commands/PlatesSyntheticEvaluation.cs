using Gateway.Drivers.Devices;
using Gateway.Drivers.Simulation.Plates;
using Gateway.Edge.Perception.Plates.Evaluation;
using Gateway.Edge.Perception.Plates.Synthetic;

namespace Gateway.Edge.Commands;

/// <summary>What <c>plates evaluate --synthetic N</c> does: the product's reader on the seeded sets.</summary>
internal static class PlatesSyntheticEvaluation
{
    /// <param name="count">Pictures of each condition, crops and as many whole ones.</param>
    /// <param name="json">One JSON object instead of tables.</param>
    /// <param name="output">Where the result goes.</param>
    /// <param name="progress">Told how far it got.</param>
    /// <exception cref="IOException">The plates cannot be drawn: a font or FFmpeg is missing.</exception>
    public static async Task RunAsync(int count, bool json, TextWriter output, TextWriter progress)
    {
        using var host = new PlateEvaluationHost();
        var report = new SyntheticEvaluation(await GlyphsAsync(), host.Reader.ReadCut, image => host.Reader.Read(image, null) is [var main, ..] ? main : null, progress).Run(count);
        if (json)
        {
            EvaluationOutput.Json(output, report);
        }
        else
        {
            SyntheticEvaluation.Write(output, report);
        }
    }

    private static async Task<PlateGlyphs> GlyphsAsync()
    {
        try
        {
            return await PlateGlyphs.SharedAsync();
        }
        catch (DeviceFaultException fault)
        {
            throw new IOException(fault.Message, fault);
        }
    }
}
