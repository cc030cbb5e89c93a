using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Gateway.Cloud.Station.Storage;

/// <summary>Instants as microseconds since 1970 UTC: they sort and compare in every database.</summary>
internal sealed class UnixMicroseconds() : ValueConverter<DateTimeOffset, long>(
    time => Of(time),
    microseconds => From(microseconds))
{
    public static long Of(DateTimeOffset time) => (time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    public static DateTimeOffset From(long microseconds) =>
        DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond);
}
