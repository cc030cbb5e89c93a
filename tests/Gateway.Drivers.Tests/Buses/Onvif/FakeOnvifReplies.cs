using System.Globalization;

namespace Gateway.Drivers.Tests.Buses.Onvif;

/// <summary>What an ONVIF device says, as its specifications write it.</summary>
internal static class FakeOnvifReplies
{
    public const string Profiles = """
        <trt:GetProfilesResponse>
          <trt:Profiles token="main" fixed="true"><tt:Name>Main stream</tt:Name>
            <tt:VideoSourceConfiguration token="vs"><tt:Name>vs</tt:Name><tt:UseCount>2</tt:UseCount><tt:SourceToken>lens</tt:SourceToken><tt:Bounds x="0" y="0" width="1920" height="1080"/></tt:VideoSourceConfiguration>
            <tt:VideoEncoderConfiguration token="ve1"><tt:Name>ve1</tt:Name><tt:UseCount>1</tt:UseCount><tt:Encoding>H264</tt:Encoding><tt:Resolution><tt:Width>1920</tt:Width><tt:Height>1080</tt:Height></tt:Resolution></tt:VideoEncoderConfiguration>
          </trt:Profiles>
          <trt:Profiles token="sub" fixed="true"><tt:Name>Sub stream</tt:Name>
            <tt:VideoSourceConfiguration token="vs"><tt:Name>vs</tt:Name><tt:UseCount>2</tt:UseCount><tt:SourceToken>lens</tt:SourceToken><tt:Bounds x="0" y="0" width="1920" height="1080"/></tt:VideoSourceConfiguration>
            <tt:VideoEncoderConfiguration token="ve2"><tt:Name>ve2</tt:Name><tt:UseCount>1</tt:UseCount><tt:Encoding>H264</tt:Encoding><tt:Resolution><tt:Width>640</tt:Width><tt:Height>360</tt:Height></tt:Resolution></tt:VideoEncoderConfiguration>
          </trt:Profiles>
        </trt:GetProfilesResponse>
        """;

    public const string Information = """
        <tds:GetDeviceInformationResponse><tds:Manufacturer>Fake</tds:Manufacturer><tds:Model>X1</tds:Model><tds:FirmwareVersion>1.2</tds:FirmwareVersion><tds:SerialNumber>7</tds:SerialNumber><tds:HardwareId>x</tds:HardwareId></tds:GetDeviceInformationResponse>
        """;

    public const string Sources = """
        <trt:GetVideoSourcesResponse><trt:VideoSources token="lens"><tt:Framerate>25</tt:Framerate><tt:Resolution><tt:Width>1920</tt:Width><tt:Height>1080</tt:Height></tt:Resolution></trt:VideoSources></trt:GetVideoSourcesResponse>
        """;

    public const string Relays = """
        <tds:GetRelayOutputsResponse>
          <tds:RelayOutputs token="R1"><tt:Properties><tt:Mode>Bistable</tt:Mode><tt:DelayTime>PT0S</tt:DelayTime><tt:IdleState>open</tt:IdleState></tt:Properties></tds:RelayOutputs>
          <tds:RelayOutputs token="R2"><tt:Properties><tt:Mode>Monostable</tt:Mode><tt:DelayTime>PT1.5S</tt:DelayTime><tt:IdleState>closed</tt:IdleState></tt:Properties></tds:RelayOutputs>
        </tds:GetRelayOutputsResponse>
        """;

    public const string Inputs = """
        <tmd:GetDigitalInputsResponse><tmd:DigitalInputs token="D1"/><tmd:DigitalInputs token="D2"/></tmd:GetDigitalInputsResponse>
        """;

    public const string Renewed = """
        <wsnt:RenewResponse><wsnt:TerminationTime>2030-01-01T00:01:00Z</wsnt:TerminationTime><wsnt:CurrentTime>2030-01-01T00:00:00Z</wsnt:CurrentTime></wsnt:RenewResponse>
        """;

    public static string Envelope(string body) => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:tds="http://www.onvif.org/ver10/device/wsdl"
          xmlns:trt="http://www.onvif.org/ver10/media/wsdl" xmlns:tev="http://www.onvif.org/ver10/events/wsdl"
          xmlns:tmd="http://www.onvif.org/ver10/deviceIO/wsdl" xmlns:tt="http://www.onvif.org/ver10/schema"
          xmlns:wsnt="http://docs.oasis-open.org/wsn/b-2" xmlns:wsa="http://www.w3.org/2005/08/addressing"
          xmlns:tns1="http://www.onvif.org/ver10/topics" xmlns:ter="http://www.onvif.org/ver10/error"><s:Body>{body}</s:Body></s:Envelope>
        """;

    public static string Fault(string code, string reason) => $"""
        <s:Fault><s:Code><s:Value>s:Sender</s:Value><s:Subcode><s:Value>{code}</s:Value></s:Subcode></s:Code><s:Reason><s:Text xml:lang="en">{reason}</s:Text></s:Reason></s:Fault>
        """;

    public static string Time(DateTimeOffset now) => string.Create(CultureInfo.InvariantCulture, $"""
        <tds:GetSystemDateAndTimeResponse><tds:SystemDateAndTime><tt:DateTimeType>NTP</tt:DateTimeType><tt:DaylightSavings>false</tt:DaylightSavings>
          <tt:UTCDateTime><tt:Time><tt:Hour>{now.Hour}</tt:Hour><tt:Minute>{now.Minute}</tt:Minute><tt:Second>{now.Second}</tt:Second></tt:Time>
          <tt:Date><tt:Year>{now.Year}</tt:Year><tt:Month>{now.Month}</tt:Month><tt:Day>{now.Day}</tt:Day></tt:Date></tt:UTCDateTime>
        </tds:SystemDateAndTime></tds:GetSystemDateAndTimeResponse>
        """);

    public static string Services(string here) => $"<tds:GetServicesResponse>{string.Concat(
        new[] { ("device", "device"), ("media", "media"), ("events", "event"), ("deviceIO", "deviceio") }.Select(service => $"""
            <tds:Service><tds:Namespace>http://www.onvif.org/ver10/{service.Item1}/wsdl</tds:Namespace><tds:XAddr>{here}/onvif/{service.Item2}_service</tds:XAddr>
              <tds:Version><tt:Major>2</tt:Major><tt:Minor>5</tt:Minor></tds:Version></tds:Service>
            """))}</tds:GetServicesResponse>";

    public static string Capabilities(string here) => $"""
        <tds:GetCapabilitiesResponse><tds:Capabilities>
          <tt:Device><tt:XAddr>{here}/onvif/device_service</tt:XAddr></tt:Device>
          <tt:Events><tt:XAddr>{here}/onvif/event_service</tt:XAddr><tt:WSSubscriptionPolicySupport>true</tt:WSSubscriptionPolicySupport><tt:WSPullPointSupport>true</tt:WSPullPointSupport><tt:WSPausableSubscriptionManagerInterfaceSupport>false</tt:WSPausableSubscriptionManagerInterfaceSupport></tt:Events>
          <tt:Media><tt:XAddr>{here}/onvif/media_service</tt:XAddr></tt:Media>
          <tt:Extension><tt:DeviceIO><tt:XAddr>{here}/onvif/deviceio_service</tt:XAddr><tt:VideoSources>1</tt:VideoSources><tt:VideoOutputs>0</tt:VideoOutputs><tt:AudioSources>0</tt:AudioSources><tt:AudioOutputs>0</tt:AudioOutputs><tt:RelayOutputs>2</tt:RelayOutputs></tt:DeviceIO></tt:Extension>
        </tds:Capabilities></tds:GetCapabilitiesResponse>
        """;

    public static string Stream(string here, string profile) => $"""
        <trt:GetStreamUriResponse><trt:MediaUri><tt:Uri>rtsp://viewer:secret@{new Uri(here).Host}:8554/{profile}?a=1&amp;b=2</tt:Uri><tt:InvalidAfterConnect>false</tt:InvalidAfterConnect><tt:InvalidAfterReboot>false</tt:InvalidAfterReboot><tt:Timeout>PT0S</tt:Timeout></trt:MediaUri></trt:GetStreamUriResponse>
        """;

    public static string Snapshot(string here, string profile) => $"""
        <trt:GetSnapshotUriResponse><trt:MediaUri><tt:Uri>{here}/snapshot/{profile}.jpg</tt:Uri><tt:InvalidAfterConnect>false</tt:InvalidAfterConnect><tt:InvalidAfterReboot>false</tt:InvalidAfterReboot><tt:Timeout>PT0S</tt:Timeout></trt:MediaUri></trt:GetSnapshotUriResponse>
        """;

    public static string Subscription(string address, string? parameter) => $"""
        <tev:CreatePullPointSubscriptionResponse><tev:SubscriptionReference><wsa:Address>{address}</wsa:Address>{(parameter is null
            ? ""
            : $"<wsa:ReferenceParameters><v:SubscriptionId xmlns:v=\"urn:vendor\">{parameter}</v:SubscriptionId></wsa:ReferenceParameters>")}</tev:SubscriptionReference>
          <wsnt:CurrentTime>2030-01-01T00:00:00Z</wsnt:CurrentTime><wsnt:TerminationTime>2030-01-01T00:01:00Z</wsnt:TerminationTime></tev:CreatePullPointSubscriptionResponse>
        """;

    public static string Messages(IEnumerable<string> notices) => $"""
        <tev:PullMessagesResponse><tev:CurrentTime>2030-01-01T00:00:00Z</tev:CurrentTime><tev:TerminationTime>2030-01-01T00:01:00Z</tev:TerminationTime>{string.Concat(notices)}</tev:PullMessagesResponse>
        """;

    public static string InputNotice(string token, bool level, string operation) => $"""
        <wsnt:NotificationMessage><wsnt:Topic Dialect="http://www.onvif.org/ver10/tev/topicExpression/ConcreteSet">tns1:Device/Trigger/DigitalInput</wsnt:Topic>
          <wsnt:Message><tt:Message UtcTime="2030-01-01T00:00:00Z" PropertyOperation="{operation}"><tt:Source><tt:SimpleItem Name="InputToken" Value="{token}"/></tt:Source>
          <tt:Data><tt:SimpleItem Name="LogicalState" Value="{(level ? "true" : "false")}"/></tt:Data></tt:Message></wsnt:Message></wsnt:NotificationMessage>
        """;
}
