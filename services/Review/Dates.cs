namespace NewsEducator.Review;

/// <summary>Days that a pack can have.</summary>
internal static class Dates
{
    public const int First = 2000;
    public const int Last = 2100;

    public static bool IsPossible(DateOnly date) => date.Year is >= First and <= Last;
}
