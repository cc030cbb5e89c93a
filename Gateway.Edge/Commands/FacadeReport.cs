using Gateway.Drivers.Devices;
using Gateway.Drivers.FallingObjectCameras;
using Gateway.Edge.Console.Texts;

namespace Gateway.Edge.Commands;

/// <summary>What <c>falling calibrate</c> says.</summary>
/// <param name="Device">The camera.</param>
/// <param name="Rows">Of its delivered picture.</param>
/// <param name="Faults">What is wrong; empty for a calibration that may be written.</param>
/// <param name="Summary">The calibration in words; null with faults.</param>
/// <param name="Fit">How good it is; null with faults.</param>
/// <param name="Backup">Where the file as it was is kept; null where nothing was written.</param>
internal sealed record FacadeReport(string Device, int Rows, IReadOnlyList<FacadeReportFault> Faults, string? Summary, FacadeFit? Fit, string? Backup)
{
    public static FacadeReport Of(DeviceId device, FacadeDraft draft, int rows) => new(
        device.Value,
        rows,
        [.. draft.Faults.Select(fault => new FacadeReportFault(fault.Path, fault.Problem.Zh, fault.Problem.En))],
        draft.Facade is { } facade ? FacadeTexts.Summary(facade).En : null,
        draft.Facade is null ? null : FacadeFit.Of(draft.Facade, rows),
        Backup: null);
}
