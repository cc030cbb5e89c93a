using Gateway.Cloud.Contract;
using Gateway.Drivers.Buses.Video.Jpeg;
using Gateway.Edge.Perception.Faces.Quality;

namespace Gateway.Edge.Perception.Faces.Enrolment;

/// <summary>Codes and words of refused enrolment photos: what is wrong and what to do.</summary>
internal static class EnrolmentRefusals
{
    public static EnrolmentPhoto NoFace { get; } = Refuse(
        "no-face", 0, "照片中没有找到人脸。请拍摄一张正面、清晰、露出整张脸的照片。", "No face was found. Take a clear photo from the front with the whole face visible.");

    public static EnrolmentPhoto TwoFaces { get; } = Refuse(
        "two-faces", 0, "照片中有不止一张人脸。请只拍本人一人。", "There is more than one face. Take a photo of this person alone.");

    /// <summary>A face that cannot be enrolled in this quality.</summary>
    public static EnrolmentPhoto For(QualityFault fault, float quality) => fault switch
    {
        QualityFault.TooSmall => Refuse("too-small", quality, "人脸太小。请靠近拍摄，或使用分辨率更高的照片。", "The face is too small. Come closer or use a picture of higher resolution."),
        QualityFault.Blurred => Refuse("blurred", quality, "照片模糊。请拿稳手机，对焦后重新拍摄。", "The photo is blurred. Hold the phone still, let it focus and take it again."),
        QualityFault.TooDark => Refuse("too-dark", quality, "照片太暗。请面向窗户或灯光重新拍摄。", "The photo is too dark. Face a window or a lamp and take it again."),
        QualityFault.TooBright => Refuse("too-bright", quality, "照片过亮。请避开强光重新拍摄。", "The photo is too bright. Avoid direct light and take it again."),
        QualityFault.TurnedAway => Refuse("turned-away", quality, "人脸没有正对镜头。请平视镜头重新拍摄。", "The face is turned away. Look straight into the camera at eye level."),
        _ => Refuse("covered", quality, "面部有遮挡。请摘下口罩、墨镜和帽子，露出眼睛、鼻子和嘴。", "The face is covered. Take off mask, sunglasses and cap so that eyes, nose and mouth are visible."),
    };

    /// <summary>Closed eyes or sunglasses.</summary>
    public static EnrolmentPhoto EyesHidden(float quality) => Refuse(
        "eyes-hidden", quality, "看不到眼睛。请睁开双眼，摘下墨镜重新拍摄。", "The eyes cannot be seen. Open them, take off sunglasses and take the photo again.");

    /// <summary>A picture that could not be decoded.</summary>
    public static EnrolmentPhoto For(JpegException error) => error.Fault switch
    {
        JpegFault.TooManyBytes or JpegFault.TooManyPixels => Refuse(
            "too-large", 0, $"照片太大，无法处理。请缩小后重新上传。（{error.Message}）", $"The photo is too large. Make it smaller and upload it again. ({error.Message})"),
        JpegFault.NotJpeg => Refuse(
            "unreadable", 0, $"文件不是 JPEG 照片。请另存为 JPEG（.jpg）后重新上传。（{error.Message}）", $"The file is not a JPEG photo. Save it as JPEG (.jpg) and upload it again. ({error.Message})"),
        JpegFault.Library => Refuse(
            "unreadable", 0, $"网关无法读取照片，请联系安装人员。（{error.Message}）", $"The gateway cannot read photos; call the installer. ({error.Message})"),
        _ => Refuse(
            "unreadable", 0, $"照片已损坏或不完整。请重新拍摄或重新上传。（{error.Message}）", $"The photo is damaged or incomplete. Take or upload it again. ({error.Message})"),
    };

    private static EnrolmentPhoto Refuse(string code, float quality, string zh, string en) => new(null, quality, code, new LocalizedText(zh, en));
}
