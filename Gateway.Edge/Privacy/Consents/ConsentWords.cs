using Gateway.Cloud.Contract;
using Gateway.Edge.Privacy.People;

namespace Gateway.Edge.Privacy.Consents;

/// <summary>How consents were given, in words.</summary>
internal static class ConsentWords
{
    private static readonly LocalizedText s_resident = new("登记人脸时当面同意", "in person, with the enrolment of the face");
    private static readonly LocalizedText s_worker = new("办理临时授权人脸时当面同意", "in person, with the face of a grant");

    public static LocalizedText How(SubjectKind kind) => kind == SubjectKind.Resident ? s_resident : s_worker;
}
