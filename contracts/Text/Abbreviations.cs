using System.Collections.Frozen;

namespace NewsEducator.Contracts;

/// <summary>Whether the dot behind a word shortens it or ends its sentence, by the word and by what follows.</summary>
internal static class Abbreviations
{
    // A name or a figure follows, never a sentence.
    private static readonly FrozenSet<string> Leading = Words("mr mrs dr prof approx ca cf vs e.g i.e resp viz");

    // As titles only with a capital: 14 ms is a time.
    private static readonly FrozenSet<string> Titles = "Ms Mx Gen Col Sgt Capt Rev Hon Sen Rep Gov St"
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    // Words of their own as well: they shorten only a reference such as No. 7.
    private static readonly FrozenSet<string> Referring = Words(
        "no nos nr fig figs sec secs eq eqs p pp ch chap vol art ref refs tab par para app ver v rev max min avg ed est cap temp ext div ex op cit al jan feb mar apr jun jul aug sep sept oct nov dec"
    );

    // They occur within a sentence or at its end.
    private static readonly FrozenSet<string> Closing = Words(
        "inc ltd corp co llc plc gmbh bros jr sr etc al dept univ assn intl ft mt st ave blvd rd"
    );

    private static readonly FrozenSet<string> Months = Words("jan feb mar mär apr mai jun jul aug sep okt nov dez dec");

    // With these a sentence begins more often than the second word of a name.
    private static readonly FrozenSet<string> Openers = Words(
        "the a an it its we our they their he his she her i you your this that these those there here in on at after before when while if but and or so then however as for from "
            + "since with without by to into no not all both each every some many most more what how why who where which once until only even also still yet now again later today "
            + "meanwhile instead therefore thus because although though despite during under over our one two"
    );

    /// <param name="word">Without its last dot.</param>
    /// <param name="before">What stands before the word in the same sentence.</param>
    /// <param name="next">The word that follows; empty at the end of the text.</param>
    public static bool Shortens(string word, ReadOnlySpan<char> before, string next)
    {
        if (next.Length == 0 || word.Length == 0)
        {
            return false;
        }

        if (word.All(char.IsAsciiDigit))
        {
            // "1. First": the number of a list; "16. November": a day.
            return word.Length <= 2
                && (
                    before.IsWhiteSpace()
                    || (char.IsUpper(next[0]) && next.Length >= 3 && Months.Contains(next[..3]) && int.Parse(word) is >= 1 and <= 31)
                );
        }

        if (Leading.Contains(word) || Titles.Contains(word))
        {
            return true;
        }

        if (Referring.Contains(word) && (char.IsDigit(next[0]) || (next.Length == 1 && char.IsLetter(next[0])) || next[0] is '§' or '#'))
        {
            return true;
        }

        var isShort = Closing.Contains(word) || word.Contains('.', StringComparison.Ordinal) || word is [>= 'A' and <= 'Z'];
        return isShort && !Openers.Contains(next);
    }

    private static FrozenSet<string> Words(string words) => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
