using System.Net;
using System.Text;
using Gateway.Drivers.Buses.Http;
using Gateway.Drivers.FaceGates.Terminals.Isapi;

namespace Gateway.Drivers.Tests.FaceGates.Terminals;

public sealed class IsapiStatusTests
{
    private const string Xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ResponseStatus version=\"2.0\" xmlns=\"http://www.hikvision.com/ver20/XMLSchema\">"
        + "<requestURL>/ISAPI/x</requestURL><statusCode>{0}</statusCode><statusString>{1}</statusString><subStatusCode>{2}</subStatusCode></ResponseStatus>";

    [Theory]
    [InlineData(200, "{\"statusCode\": 1, \"statusString\": \"OK\", \"subStatusCode\": \"ok\"}", true, "")]
    [InlineData(200, "", true, "")]
    [InlineData(200, "{\"statusCode\": 6, \"statusString\": \"Invalid Content\", \"subStatusCode\": \"employeeNoAlreadyExist\"}", false, "employeeNoAlreadyExist")]
    [InlineData(400, "{\"statusCode\": 6, \"subStatusCode\": \"employeeNoNotExist\", \"errorMsg\": \"employeeNo\"}", false, "employeeNoNotExist")]
    [InlineData(500, "<html>oops", false, "")]
    [InlineData(403, "{ broken", false, "")]
    public void Word_of_the_terminal_is_understood_in_json(int http, string body, bool ok, string code)
    {
        var status = Of(http, body);
        Assert.Equal((ok, code), (status.Ok, status.Code));
        Assert.Contains($"HTTP {http}", status.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1", "OK", "ok", true)]
    [InlineData("4", "Invalid Operation", "notSupport", false)]
    public void Word_of_the_terminal_is_understood_in_xml_whatever_its_namespace(string number, string text, string code, bool ok)
    {
        var status = Of(200, Xml.Replace("{0}", number, StringComparison.Ordinal).Replace("{1}", text, StringComparison.Ordinal).Replace("{2}", code, StringComparison.Ordinal));
        Assert.Equal(ok, status.Ok);
        Assert.Equal(!ok, status.IsUnsupported);
    }

    [Fact]
    public void Document_with_entities_is_not_read()
    {
        Assert.Null(IsapiXml.Parse(Encoding.UTF8.GetBytes("<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>")));
        Assert.Null(IsapiXml.Parse(Encoding.UTF8.GetBytes("<a>" + new string('x', 1 << 21) + "</a>")));
        Assert.NotNull(IsapiXml.Parse(Encoding.UTF8.GetBytes("<a>x</a>")));
    }

    private static IsapiStatus Of(int http, string body) =>
        IsapiStatus.Of(new DeviceHttpReply((HttpStatusCode)http, "", Encoding.UTF8.GetBytes(body), Date: null));
}
