using Microsoft.Extensions.Options;

namespace NewsEducator.Review;

/// <summary>Which day it is where the packs are read.</summary>
internal sealed class PackCalendar(IOptions<ReviewOptions> options, TimeProvider time)
{
    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(options.Value.TimeZone);

    public DateOnly Today => DateOf(time.GetUtcNow());

    public DateOnly DateOf(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, _zone).DateTime);
}
