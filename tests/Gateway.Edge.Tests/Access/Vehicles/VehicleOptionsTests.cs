using Gateway.Cloud.Contract.Hosting;
using Gateway.Edge.Access.Vehicles;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Gateway.Edge.Tests.Access.Vehicles;

public sealed class VehicleOptionsTests
{
    [Fact]
    public void Settings_are_read_where_the_document_says()
    {
        var options = Read(("Capacity", "300"), ("FreeMinutes", "30"), ("Grace", "00:15:00"), ("MoveCar:GuardPhone", "8888-0000"), ("MoveCar:PerSource", "3"));

        Assert.Equal((300, 30, TimeSpan.FromMinutes(15), "8888-0000", 3), (options.Capacity, options.FreeMinutes, options.Grace, options.MoveCar.GuardPhone, options.MoveCar.PerSource));
    }

    [Fact]
    public void Defaults_are_those_of_the_document()
    {
        var options = Read();

        Assert.Equal((20_000, null, null, null, true), (options.MaximumVehicles, options.Capacity, options.VisitorCapacity, options.FreeMinutes, options.SettleAtExit));
        Assert.Equal((30, 30, 7, 90, 24, 14), (options.VisitorDays, options.StayDays, options.NoticeDays, options.ReportDays, options.NamelessHours, options.UnseenDays));
        Assert.Equal((null, 5, 60, TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(15)), (options.MoveCar.Url, options.MoveCar.PerSource, options.MoveCar.Overall, options.MoveCar.Patience, options.MoveCar.Window));
    }

    [Theory]
    [InlineData("Capacity", "0", "Vehicles:Capacity:")]
    [InlineData("Grace", "00:00:01", "Vehicles:Grace:")]
    [InlineData("VisitorDays", "0", "Vehicles:VisitorDays:")]
    [InlineData("UnseenDays", "0", "Vehicles:UnseenDays:")]
    [InlineData("MoveCar:Url", "http://messages.example", "Vehicles:MoveCar:Url:")]
    [InlineData("MoveCar:Url", "https://messages.example", "Vehicles:MoveCar:SecretFile:")]
    [InlineData("MoveCar:PublicUrl", "gate", "Vehicles:MoveCar:PublicUrl:")]
    [InlineData("MoveCar:Patience", "02:00:00", "Vehicles:MoveCar:Patience:")]
    [InlineData("MoveCar:Window", "00:00:10", "Vehicles:MoveCar:Window:")]
    [InlineData("MoveCar:Overall", "0", "Vehicles:MoveCar:Overall:")]
    public void What_cannot_be_used_is_named_by_its_path(string key, string value, string named)
    {
        var fault = Assert.Throws<OptionsValidationException>(() => Read((key, value)));

        Assert.Contains(fault.Failures, failure => failure.StartsWith(named, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Capacty", "3")]
    [InlineData("MoveCar:Uri", "https://messages.example")]
    [InlineData("Capacity", "many")]
    public void What_nobody_reads_and_what_has_the_wrong_type_is_refused(string key, string value) =>
        Assert.Throws<ConfigurationFaultException>(() => Read((key, value)));

    private static VehicleOptions Read(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"Vehicles:{setting.Key}", (string?)setting.Value)))
            .Build();
        using var provider = new ServiceCollection().AddValidatedOptions<VehicleOptions>(configuration, VehicleOptions.Section).Services.BuildServiceProvider();
        return provider.GetRequiredService<IOptions<VehicleOptions>>().Value;
    }
}
