using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Rules.Conflicts;

/// <summary>A sentence by which a source states something as a fact.</summary>
/// <param name="Source">What says so.</param>
/// <param name="Start">UTF-16 offset of the sentence.</param>
/// <param name="Text">The sentence.</param>
/// <param name="Whole">Its telling words, names and numbers.</param>
/// <param name="Clauses">The same of each part of it.</param>
internal sealed record Statement(Snapshot Source, int Start, string Text, Gist Whole, IReadOnlyList<Gist> Clauses);

/// <summary>What a sentence or a clause is about, without the words that only hold it together.</summary>
/// <param name="Words">Stems.</param>
/// <param name="Names">Names, identifiers and versions.</param>
/// <param name="Numbers">Numbers that are no amounts.</param>
/// <param name="Amounts">Numbers with what they count or measure, in their order.</param>
/// <param name="Times">Words that say when: what was so then may be otherwise now.</param>
internal sealed record Gist(
    HashSet<string> Words,
    HashSet<string> Names,
    HashSet<string> Numbers,
    IReadOnlyList<Amount> Amounts,
    HashSet<string> Times
);

/// <summary>A number with what it counts or measures.</summary>
/// <param name="Of">A dimension, or the thing that is counted.</param>
/// <param name="Value">In the dimension's base unit.</param>
/// <param name="Factor">Of the unit that it is written in.</param>
/// <param name="Number">The digits as they stand.</param>
/// <param name="Text">Number and unit.</param>
/// <param name="IsCount">It counts things and has no unit.</param>
internal sealed record Amount(string Of, double Value, double Factor, string Number, string Text, bool IsCount = false);
