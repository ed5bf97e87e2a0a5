namespace NewsEducator.Collector.Connectors.Dates;

/// <summary>A date of something that was published: one that lies ahead was misread or is somebody's default, and is none.</summary>
internal static class PublicationDate
{
    // Clocks differ, and dates without a zone may lie most of a day ahead.
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(1);

    public static DateTimeOffset? Of(DateTimeOffset? read, DateTimeOffset now) => read > now + Ahead ? null : read;
}
