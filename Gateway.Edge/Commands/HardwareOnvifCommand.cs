using System.CommandLine;
using Gateway.Drivers.Buses.Onvif;
using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Configuration;
using Gateway.Drivers.Devices;

namespace Gateway.Edge.Commands;

/// <summary><c>gateway hardware onvif HOST</c>: tells what one ONVIF device offers, as a hardware file writes it.</summary>
internal static class HardwareOnvifCommand
{
    public static Command Create()
    {
        var host = new Argument<string>("HOST") { Description = "HOST or HOST:PORT of the device, or the full address of its device service." };
        var secret = new Option<string?>("--secret") { Description = "Entry of the secrets file with the device's ONVIF user." };
        var secrets = new Option<FileInfo?>("--secrets") { Description = "The secrets file; otherwise Drivers:SecretsFile of the settings." };
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        var onvif = new Command("onvif", "Tells what an ONVIF device offers; exit code 1 when it does not answer or keeps something back.") { host, secret, secrets, json };
        onvif.SetAction((parse, stop) => HardwareFaults.RunAsync(parse.InvocationConfiguration.Error, async () =>
        {
            var address = AddressOf(parse.GetRequiredValue(host));
            var credentials = Login(parse.GetValue(secret), parse.GetValue(secrets), address);
            try
            {
                var portrait = await OnvifSurvey.LookAsync(address, credentials, TimeProvider.System, stop);
                return OnvifReports.Print(portrait, parse.GetValue(secret), parse.GetValue(json), parse.InvocationConfiguration.Output);
            }
            catch (DeviceFaultException fault)
            {
                await parse.InvocationConfiguration.Error.WriteLineAsync(
                    $"""
                    无法读取该 ONVIF 设备：请检查电源、地址、端口和 ONVIF 用户（--secret）。
                    {fault.Message}{(credentials is null && fault.InnerException is not HttpRequestException ? " No user was given: --secret NAME --secrets FILE." : "")}
                    """);
                return 1;
            }
        }));
        return onvif;
    }

    private static Uri AddressOf(string text) =>
        OnvifSurvey.AddressOf(text) is not { } address
            ? throw new CommandFaultException(
                """
                应为主机、主机:端口或 http(s):// 地址，例如 192.168.1.64。
                Expected a host, host:port, or an http:// or https:// address, such as 192.168.1.64.
                """)
            : address.UserInfo.Length == 0
                ? address
                : throw new CommandFaultException(
                    """
                    地址中不得包含用户名或密码：请写入密钥文件，并用 --secret 引用。
                    The address holds a user or password: put them into the secrets file and name the entry with --secret.
                    """);

    private static CameraCredentials? Login(string? secret, FileInfo? file, Uri address)
    {
        if (secret is null)
        {
            return file is null ? null : throw new CommandFaultException(
                """
                给出了 --secrets，还须用 --secret 指明条目。
                --secrets needs the name of an entry: --secret NAME.
                """);
        }

        var path = file?.FullName ?? CommandSettings.Load(data: null)["Drivers:SecretsFile"];
        return string.IsNullOrEmpty(path)
            ? throw new CommandFaultException(
                """
                没有密钥文件：请用 --secrets 给出，内容如 {"east-camera": {"user": "...", "password": "..."}}，权限 0600。
                There is no secrets file: name it with --secrets. It holds {"east-camera": {"user": "...", "password": "..."}} and has mode 0600.
                """)
            : SecretsFile.Read(path).Credentials(secret, address.Authority);
    }
}
