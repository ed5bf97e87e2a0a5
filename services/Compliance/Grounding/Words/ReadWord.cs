using System.Collections.Frozen;
using NewsEducator.Compliance.Grounding.Contradictions;
using NewsEducator.Compliance.Grounding.Figures;

namespace NewsEducator.Compliance.Grounding.Words;

/// <summary>A word of a sentence beside a source.</summary>
/// <param name="Stem">Lower-case, without its ending.</param>
/// <param name="Number">The source's number for it; negative where the source does not have it.</param>
/// <param name="IsName">Has a capital inside the sentence.</param>
internal readonly record struct ReadWord(string Stem, int Number, bool IsName)
{
    private static readonly FrozenSet<string> Functions = Polarity
        .StemsIn(
            "a an the and or but if of to in on at by for with from as is are was were be been being am it its this that these those he she they them his her their him we us our you your i my me "
                + "who whom which what when where why how do does did has have had will would can could should may might must shall not no nor so than then there here also just only about into over under after "
                + "before up down out off s t re ve said says say"
        )
        .ToFrozenSet();

    public bool IsFunction => Functions.Contains(Stem);

    public bool IsNumber => char.IsAsciiDigit(Stem[0]) || NumberReading.IsCount(Stem);
}
