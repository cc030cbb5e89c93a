using System.CommandLine;
using Gateway.Cloud.Contract.Hosting;

namespace Gateway.Edge.Commands;

/// <summary>What every verb that touches the data directory shares: the option <c>--data</c> and the configuration behind it.</summary>
internal static class CommandSettings
{
    /// <summary>A fresh <c>--data</c> option for one verb.</summary>
    public static Option<string?> DataOption() => new("--data")
    {
        Description = "The gateway's data directory; otherwise Gateway:DataDirectory of the configuration.",
    };

    /// <summary>The configuration that the gateway itself reads, with <paramref name="data"/> over it where it is given.</summary>
    public static IConfigurationRoot Load(string? data)
    {
        var builder = new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
            .AddJsonFile(Path.GetFullPath("appsettings.json"), optional: true)
            .AddEnvironmentVariables();
        if (data is not null)
        {
            builder.AddInMemoryCollection([new($"{GatewayOptions.Section}:{nameof(GatewayOptions.DataDirectory)}", data)]);
        }

        return builder.Build();
    }

    /// <summary>The data directory that <see cref="Load"/> leads to.</summary>
    /// <exception cref="ConfigurationFaultException">The section holds something that cannot be used.</exception>
    public static string DataDirectory(string? data)
    {
        var options = new GatewayOptions();
        StrictBinder.Bind(Load(data).GetSection(GatewayOptions.Section), options);
        return Path.GetFullPath(options.DataDirectory);
    }
}
