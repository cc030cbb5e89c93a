using Gateway.Cloud.Contract.Hosting;
using Gateway.Edge.Charging;
using Gateway.Edge.Charging.Rules;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Gateway.Edge.Tests.Charging;

public sealed class ChargingOptionsTests
{
    [Fact]
    public void Defaults_and_settings_are_those_of_the_document()
    {
        var options = Read();
        Assert.Equal((TimeSpan.FromHours(8), 500, 0.15, TimeSpan.FromMinutes(15), 30, 5, NightPolicy.None, 90, 12),
            (options.MostTime, options.MostPower, options.FullShare, options.FullAfter, options.MostWarming, options.MostReconnects, options.Night, options.KeepDays, options.MostStartsPerHour));
        Assert.Equal((NightPolicy.NoCharging, "22:30", 300), Read(("Night", "NoCharging"), ("NightFrom", "22:30"), ("MostPower", "300")) is var set ? (set.Night, set.NightFrom, set.MostPower) : default);
    }

    [Theory]
    [InlineData("MostTime", "00:01:00", "Charging:MostTime:")]
    [InlineData("MostPower", "9000", "Charging:MostPower:")]
    [InlineData("FullShare", "0.9", "Charging:FullShare:")]
    [InlineData("NightFrom", "25:00", "Charging:NightFrom:")]
    [InlineData("NightUntil", "soon", "Charging:NightUntil:")]
    [InlineData("KeepDays", "0", "Charging:KeepDays:")]
    [InlineData("PublicAddress", "gateway", "Charging:PublicAddress:")]
    [InlineData("PublicAddress", "https://gateway.example/charge", "Charging:PublicAddress:")]
    public void What_cannot_be_used_is_named_by_its_path(string key, string value, string named)
    {
        var fault = Assert.Throws<OptionsValidationException>(() => Read((key, value)));
        Assert.Contains(fault.Failures, failure => failure.StartsWith(named, StringComparison.Ordinal));
    }

    [Fact]
    public void Night_without_an_end_and_a_setting_that_nobody_reads_are_refused()
    {
        Assert.Throws<OptionsValidationException>(() => Read(("Night", "NoStart"), ("NightFrom", "05:00"), ("NightUntil", "05:00")));
        Assert.Throws<ConfigurationFaultException>(() => Read(("MostPwr", "300")));
    }

    [Theory]
    [InlineData("23:00", "05:00", "22:59", false)]
    [InlineData("23:00", "05:00", "23:00", true)]
    [InlineData("23:00", "05:00", "00:00", true)]
    [InlineData("23:00", "05:00", "04:59", true)]
    [InlineData("23:00", "05:00", "05:00", false)]
    [InlineData("13:00", "14:00", "13:30", true)]
    [InlineData("13:00", "14:00", "14:00", false)]
    public void Night_holds_from_its_begin_to_its_end_also_past_midnight(string from, string until, string at, bool expected)
    {
        var night = Read(("Night", "NoStart"), ("NightFrom", from), ("NightUntil", until)).Rules().Night;
        var local = new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.FromHours(8)) + TimeOnly.Parse(at, System.Globalization.CultureInfo.InvariantCulture).ToTimeSpan();
        Assert.Equal((expected, false), (night.ForbidsStart(local), night.ForbidsCharging(local)));
    }

    private static ChargingOptions Read(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"Charging:{setting.Key}", (string?)setting.Value)))
            .Build();
        using var provider = new ServiceCollection().AddValidatedOptions<ChargingOptions>(configuration, ChargingOptions.Section).Services.BuildServiceProvider();
        return provider.GetRequiredService<IOptions<ChargingOptions>>().Value;
    }
}
