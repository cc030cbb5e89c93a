using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Gateway.Cloud.Contract;
using Gateway.Edge.Privacy.People;
using Gateway.Edge.Privacy.Stores;

namespace Gateway.Edge.Privacy.Export;

/// <summary>The export as one page that a person can read: without scripts, and with nothing from elsewhere.</summary>
internal static class ExportPage
{
    private static readonly HtmlEncoder s_html = HtmlEncoder.Create(UnicodeRanges.All);
    private static readonly LocalizedText s_title = new("关于您的全部资料", "Everything stored about you");
    private static readonly LocalizedText s_made = new("制作时间：{0}", "Made at {0}");
    private static readonly LocalizedText s_nothing = new("没有存储", "Nothing is stored");
    private static readonly LocalizedText s_not = new("本文件不含", "What this does not contain");

    private static readonly LocalizedText s_notText = new(
        "人脸模板是只有本机算法能用的加密数字，这里只说明有几个；门卡号码只存有哈希；通行图片可能拍到他人，这里只列出；摄像机的环形录像不按人保存，几分钟后即被覆盖。",
        "A face template is a sealed list of numbers that only this gateway's model can use: how many there are is told. A card's number is kept as a hash alone. Pictures of passings may show other people and are listed only. The cameras' rings of video are not kept by person and are overwritten after minutes.");

    /// <summary>HTML in a language.</summary>
    public static byte[] Html(DataSubject subject, IReadOnlyList<(IPersonStore Store, StoreContent Content)> parts, DateTimeOffset at, string culture)
    {
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<!DOCTYPE html>\n<html lang=\"{culture}\"><head><meta charset=\"utf-8\"><title>{Say(s_title)}</title></head>\n<body>\n<h1>{Say(s_title)}</h1>\n");
        html.Append(CultureInfo.InvariantCulture, $"<p>{Text(subject.Name)} {Text(subject.Unit ?? "")} · {Text(subject.Id.ToString())}</p>\n");
        html.Append(CultureInfo.InvariantCulture, $"<p>{Text(string.Format(CultureInfo.InvariantCulture, s_made.For(culture), at.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture)))}</p>\n");
        foreach (var (store, content) in parts)
        {
            html.Append(CultureInfo.InvariantCulture, $"<h2>{Say(store.Title)}</h2>\n");
            if (content.Lines.Count == 0)
            {
                html.Append(CultureInfo.InvariantCulture, $"<p>{Say(s_nothing)}</p>\n");
                continue;
            }

            html.Append("<table>\n");
            foreach (var line in content.Lines)
            {
                html.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\" align=\"left\">{Say(line.What)}</th><td>{Say(line.Value)}</td></tr>\n");
            }

            html.Append("</table>\n");
        }

        html.Append(CultureInfo.InvariantCulture, $"<h2>{Say(s_not)}</h2>\n<p>{Say(s_notText)}</p>\n</body></html>\n");
        return Encoding.UTF8.GetBytes(html.ToString());

        string Say(LocalizedText words) => Text(words.For(culture));

        static string Text(string text) => s_html.Encode(text);
    }
}
