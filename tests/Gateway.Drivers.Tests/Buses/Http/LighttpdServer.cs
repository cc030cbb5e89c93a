using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using EdgeGateway.Testing;

namespace Gateway.Drivers.Tests.Buses.Http;

/// <summary>lighttpd with its own digest log-in on a port of loopback: a server that nobody here wrote. It ends with the test.</summary>
internal sealed class LighttpdServer : IAsyncDisposable
{
    public const string User = "operator";
    public const string Password = "pass \"word\"";
    private const string Realm = "device";
    private readonly TemporaryFolder _folder;
    private readonly Process _process;

    private LighttpdServer(TemporaryFolder folder, Process process, int port) => (_folder, _process, Address) = (folder, process, new Uri($"http://127.0.0.1:{port}"));

    public Uri Address { get; }

    /// <summary>Serves <c>/secret.txt</c> to those alone who know user and password.</summary>
    public static async Task<LighttpdServer> StartAsync(string algorithm, CancellationToken cancellationToken)
    {
        var folder = new TemporaryFolder();
        var port = FreePort();
        await File.WriteAllTextAsync(folder.File("secret.txt"), "inside", cancellationToken);
        await File.WriteAllTextAsync(folder.File("users"), $"{User}:{Realm}:{Hash(algorithm, $"{User}:{Realm}:{Password}")}\n", cancellationToken);
        await File.WriteAllTextAsync(folder.File("lighttpd.conf"), $$"""
            server.modules = ( "mod_auth", "mod_authn_file", "mod_accesslog" )
            server.document-root = "{{Path.GetDirectoryName(folder.File("x"))}}"
            server.bind = "127.0.0.1"
            server.port = {{port}}
            accesslog.filename = "{{folder.File("access.log")}}"
            accesslog.format = "%s"
            server.errorlog = "{{folder.File("error.log")}}"
            auth.backend = "htdigest"
            auth.backend.htdigest.userfile = "{{folder.File("users")}}"
            auth.require = ( "/" => ( "method" => "digest", "realm" => "{{Realm}}", "require" => "valid-user", "algorithm" => "{{algorithm}}" ) )
            """, cancellationToken);
        var process = Process.Start(new ProcessStartInfo("lighttpd", ["-D", "-f", folder.File("lighttpd.conf")]) { RedirectStandardError = true })
            ?? throw new InvalidOperationException("lighttpd did not start.");
        var server = new LighttpdServer(folder, process, port);
        await server.UntilListeningAsync(port, cancellationToken);
        return server;
    }

    /// <summary>The status of every request so far, in order; ends the server, which writes its log then.</summary>
    public async Task<IReadOnlyList<int>> StopAsync(CancellationToken cancellationToken)
    {
        await ProcessSignal.SendAsync(_process.Id, "TERM", cancellationToken);
        await _process.WaitForExitAsync(cancellationToken);
        return [.. (await File.ReadAllLinesAsync(_folder.File("access.log"), cancellationToken)).Select(line => int.Parse(line, System.Globalization.CultureInfo.InvariantCulture))];
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
        _folder.Dispose();
    }

    private static string Hash(string algorithm, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
#pragma warning disable CA5351 // The algorithm under test.
        return Convert.ToHexStringLower(algorithm == "MD5" ? MD5.HashData(bytes) : SHA256.HashData(bytes));
#pragma warning restore CA5351
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private async Task UntilListeningAsync(int port, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (_process.HasExited)
            {
                throw new InvalidOperationException("lighttpd ended: " + await _process.StandardError.ReadToEndAsync(cancellationToken));
            }

            try
            {
                using var probe = new TcpClient();
                await probe.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, cancellationToken);
            }
        }
    }
}
