using FsCheck;
using FsCheck.Fluent;

namespace NewsEducator.Fuzzing.Inputs;

/// <summary>Documents of one kind: valid ones, and the words they are made of.</summary>
/// <param name="Documents">What is changed, at least one.</param>
/// <param name="Words">Marks, names and values that mean something in it; also what opens a level without closing it.</param>
internal sealed record Grammar(IReadOnlyList<string> Documents, IReadOnlyList<string> Words)
{
    private const int MostMutations = 8;
    private const int MostWords = 30;

    private static readonly (int Weight, MutationKind Kind)[] Kinds =
    [
        (4, MutationKind.Delete),
        (4, MutationKind.Duplicate),
        (1, MutationKind.Truncate),
        (10, MutationKind.Insert),
        (5, MutationKind.Replace),
        (8, MutationKind.ReplaceUnit),
        (4, MutationKind.Number),
        (4, MutationKind.Splice),
        (3, MutationKind.SwapLines),
        (3, MutationKind.DuplicateLine),
        (2, MutationKind.Flip),
    ];

    // Dear: a hundred thousand characters. One input in a hundred has one.
    private static readonly MutationKind[] Large = [MutationKind.Repeat, MutationKind.RepeatRange];

    /// <summary>A document with some changes; every tenth is made of words alone.</summary>
    public Gen<string> Texts() => Gen.Frequency((9, Changed()), (1, OfWords()));

    private Gen<string> Changed() =>
        from document in Gen.Elements<string>(Documents)
        from other in Gen.Elements<string>(Documents)
        from count in Gen.Choose(0, MostMutations)
        from mutations in Gen.ArrayOf(Mutations(), count)
        from large in Gen.Frequency((100, Gen.Constant(Array.Empty<Mutation>())), (1, Gen.ArrayOf(Mutations(Gen.Elements(Large)), 1)))
        select mutations.Concat(large).Aggregate(document, (text, mutation) => mutation.Of(text, other));

    private Gen<string> OfWords() =>
        from count in Gen.Choose(0, MostWords)
        from words in Gen.ArrayOf(Word(), count)
        select string.Concat(words);

    private Gen<Mutation> Mutations(Gen<MutationKind>? kinds = null) =>
        from kind in kinds ?? Gen.Frequency(Kinds.Select(kind => (kind.Weight, Gen.Constant(kind.Kind))).ToArray())
        from at in Gen.Choose(0, int.MaxValue - 1)
        from length in Gen.Choose(0, int.MaxValue - 1)
        from word in kind is MutationKind.Number ? Gen.Elements(Hostile.Numbers) : Word()
        select new Mutation(kind, at, length, word);

    private Gen<string> Word() =>
        Gen.Frequency(
            (6, Gen.Elements<string>(Words)),
            (3, Gen.Elements(Hostile.Pieces)),
            (1, Gen.Elements(Hostile.Numbers)),
            (1, Gen.Choose(0, char.MaxValue).Select(unit => char.ToString((char)unit)))
        );
}
