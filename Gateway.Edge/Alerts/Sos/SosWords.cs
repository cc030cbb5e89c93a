using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;
using Gateway.Drivers.AlarmStreetlights;

namespace Gateway.Edge.Alerts.Sos;

/// <summary>How a streetlight's events are recorded: in which phase, how urgently, in which words.</summary>
internal static class SosWords
{
    /// <summary>Null for what is not worth a record of its own. A drill goes the same way at the same speed: it is there to try that.</summary>
    public static (SosPhase Phase, EventPriority Priority, LocalizedText Words)? For(StreetlightEvent light, bool test) => light switch
    {
        StreetlightEvent.Pressed => (SosPhase.Pressed, EventPriority.Emergency, test
            ? new("演练：按下了报警按钮", "Drill: the alarm button was pressed")
            : new("有人按下报警按钮求助", "Somebody pressed the alarm button for help")),
        StreetlightEvent.LongPressed => (SosPhase.LongPressed, EventPriority.Emergency, test
            ? new("演练：长按报警按钮", "Drill: the alarm button is being held")
            : new("报警按钮被长按，警笛已响", "The alarm button is being held; the siren sounds")),
        StreetlightEvent.PressedAgain => (SosPhase.Pressed, EventPriority.Emergency, test
            ? new("演练：再次按下报警按钮", "Drill: the alarm button was pressed again")
            : new("再次按下报警按钮求助", "The alarm button was pressed again")),
        StreetlightEvent.Reset => (SosPhase.Reset, EventPriority.Info, new("报警灯已恢复", "The alarm light is back at rest")),
        StreetlightEvent.Tampered => (SosPhase.Tamper, EventPriority.High, new("报警灯外壳被打开，请查看", "The alarm light's housing was opened; please look")),
        _ => null,
    };
}
