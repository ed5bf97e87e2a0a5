namespace NewsEducator.Collector.Connectors.Dates;

/// <summary>The weekday that stands at the beginning of a date. Publishers get it wrong, so it decides only between two readings of one
/// date.</summary>
internal static class WeekdayNames
{
    private static readonly string[] FromSunday =
    [
        "sun son dim dom zon вс",
        "mon lun lunes seg maa пн",
        "tue die mar ter din вт",
        "wed mit mer mie qua woe ср",
        "thu don jeu jue gio qui чт",
        "fri fre ven vie sex vri пт",
        "sat sam sab zat сб",
    ];

    /// <param name="text">Folded, see <see cref="DateLetters"/>.</param>
    public static DayOfWeek? Find(string text)
    {
        var word = string.Concat(text.TakeWhile(char.IsLetter));
        var day =
            word.Length < 2
                ? -1
                : Array.FindIndex(FromSunday, names => names.Split(' ').Any(name => word.StartsWith(name, StringComparison.Ordinal)));
        return day < 0 ? null : (DayOfWeek)day;
    }
}
