using Microsoft.Extensions.Options;

namespace NewsEducator.Review.Schedule;

/// <summary>Which day it is where the packs are read, and when its pack is cut.</summary>
internal sealed class PackCalendar(IOptions<ReviewOptions> options, TimeProvider time)
{
    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(options.Value.TimeZone);

    public DateOnly Today => DateOf(time.GetUtcNow());

    public DateOnly DateOf(DateTimeOffset moment) => DateOnly.FromDateTime(LocalOf(moment).DateTime);

    public DateTimeOffset LocalOf(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, _zone);

    /// <returns>In UTC, as the database wants it; null where packs are cut on demand only.</returns>
    public DateTimeOffset? CutOf(DateOnly date) => options.Value.CutAt is { } clock ? MomentOf(date.ToDateTime(clock)) : null;

    /// <summary>In UTC; null where packs are cut on demand only.</summary>
    public DateTimeOffset? NextCut => CutOf(Today) is { } today && today > time.GetUtcNow() ? today : CutOf(Today.AddDays(1));

    /// <returns>In UTC.</returns>
    public DateTimeOffset StartOf(DateOnly date) => MomentOf(date.ToDateTime(TimeOnly.MinValue));

    /// <summary>A time that the clocks jump over is the moment of the jump; one that they show twice is the first.</summary>
    private DateTimeOffset MomentOf(DateTime local)
    {
        while (_zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(1);
        }

        var offset = _zone.IsAmbiguousTime(local) ? _zone.GetAmbiguousTimeOffsets(local).Max() : _zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
