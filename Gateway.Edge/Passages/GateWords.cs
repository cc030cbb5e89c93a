using Gateway.Cloud.Contract;

namespace Gateway.Edge.Passages;

/// <summary>How what happens at gates beside faces is recorded.</summary>
internal static class GateWords
{
    public static LocalizedText ExitPressed { get; } = new("按出门按钮放行", "Let out by the exit button");

    public static LocalizedText FireReleased { get; } = new("消防联动：门已持续释放，请立即确认火情", "Fire input: the door stands released; find out at once whether there is a fire");

    public static LocalizedText FireEnded { get; } = new("消防联动解除，门已恢复受控", "The fire input is at rest: the door is under control again");

    public static LocalizedText TerminalOpened { get; } = new("人脸终端已识别并放行", "The face terminal has recognised this person and opened");

    public static LocalizedText TerminalRefused { get; } = new("人脸终端未识别，未放行；请出示其他凭证或联系物业", "The face terminal did not recognise this person; show another credential or call the property office");

    /// <summary>The door stayed shut before somebody who was to be let in.</summary>
    public static LocalizedText AnswerLost { get; } = new(
        "应予放行，但答复未能及时送达人脸终端，门未打开；请再试一次，并检查终端网络",
        "Was to be let in, but the answer did not reach the face terminal in time and the door stayed shut; try again, and check the terminal's network");
}
