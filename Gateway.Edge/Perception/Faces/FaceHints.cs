using Gateway.Cloud.Contract;
using Gateway.Edge.Perception.Faces.Quality;

namespace Gateway.Edge.Perception.Faces;

/// <summary>What a person in front of a gate can do, in plain words.</summary>
internal static class FaceHints
{
    /// <summary>Shown when a face does not seem alive.</summary>
    public static LocalizedText NotLive { get; } = new(
        "未能确认是本人。请摘下遮挡、正对镜头并眨眨眼，或改用通行码、呼叫值班人员。",
        "We could not confirm a live person. Face the camera, uncover your face and blink, or use your pass code or call the duty desk.");

    /// <summary>Shown when a face resembles somebody, but not enough.</summary>
    public static LocalizedText Doubtful { get; } = new(
        "还不能确认身份，请正对镜头、靠近一点。",
        "Not sure yet: please face the camera and come a little closer.");

    /// <summary>The hint for a fault of quality.</summary>
    public static LocalizedText For(QualityFault fault) => fault switch
    {
        QualityFault.TooSmall => new("请靠近镜头一些。", "Please come closer to the camera."),
        QualityFault.Blurred => new("画面模糊，请站稳一下，或擦拭镜头。", "The picture is blurred: please stand still for a moment."),
        QualityFault.TooDark => new("光线太暗，请面向有光的方向。", "It is too dark: please turn towards the light."),
        QualityFault.TooBright => new("光线太强，请避开直射光。", "It is too bright: please step out of the direct light."),
        QualityFault.TurnedAway => new("请正对镜头。", "Please look straight at the camera."),
        QualityFault.Covered => new("请摘下口罩、墨镜或帽子，露出整张脸。", "Please uncover your whole face: take off mask, sunglasses or cap."),
        _ => Doubtful,
    };
}
