namespace NewsEducator.Upstream.Day;

/// <summary>The sample items as of now: whatever day it is, they are of the last hours.</summary>
internal sealed class SampleDay
{
    private readonly IReadOnlyList<SampleItem> _files;
    private readonly TimeProvider _time;
    private readonly DateTimeOffset _start;

    public SampleDay(IReadOnlyList<SampleItem> files, TimeProvider time)
    {
        _files = files;
        _time = time;
        var now = time.GetUtcNow();
        _start = now - TimeSpan.FromTicks(now.Ticks % TimeSpan.TicksPerHour);
    }

    public IReadOnlyList<SampleItem> Items
    {
        get
        {
            var latest = Latest();
            return [.. _files.Select(file => file with { CreatedAt = file.Head.Date ?? latest.AddHours(-file.Head.HoursAgo) })];
        }
    }

    public IEnumerable<SampleItem> Of(params ItemKind[] kinds) => Items.Where(item => kinds.Contains(item.Kind) && !item.Head.Gone);

    public SampleItem? Find(string id, params ItemKind[] kinds) =>
        Items.FirstOrDefault(item => kinds.Contains(item.Kind) && item.Head.Id.Equals(id, StringComparison.OrdinalIgnoreCase));

    // Moving once a day, not all the time, keeps the ETags of a day the same.
    private DateTimeOffset Latest() => _start.AddDays(Math.Floor((_time.GetUtcNow() - _start).TotalDays));
}
