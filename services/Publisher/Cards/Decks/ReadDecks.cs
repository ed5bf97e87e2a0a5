using Microsoft.AspNetCore.Http.HttpResults;
using NewsEducator.Publisher.Digests;

namespace NewsEducator.Publisher.Cards.Decks;

/// <summary>Serves the cards to flashcard programs and spreadsheets.</summary>
internal static class ReadDecks
{
    public static Task<Results<FileContentHttpResult, NotFound>> All(string file, BuildDeck build, CancellationToken cancellationToken) =>
        RenderAsync(DeckTopic.All, file, build, cancellationToken);

    public static Task<Results<FileContentHttpResult, NotFound>> OfConcept(
        string key,
        string file,
        BuildDeck build,
        CancellationToken cancellationToken
    ) => RenderAsync(new DeckTopic(ConceptKey: key), file, build, cancellationToken);

    public static async Task<Results<FileContentHttpResult, NotFound>> OfMonth(
        string month,
        string file,
        BuildDeck build,
        CancellationToken cancellationToken
    ) =>
        DigestMonth.Parse(month) is { } first
            ? await RenderAsync(new DeckTopic(Month: new DigestMonth(first, 0)), file, build, cancellationToken)
            : TypedResults.NotFound();

    private static async Task<Results<FileContentHttpResult, NotFound>> RenderAsync(
        DeckTopic topic,
        string file,
        BuildDeck build,
        CancellationToken cancellationToken
    )
    {
        (Func<IReadOnlyList<DeckNote>, byte[]> Write, string Type)? format = file switch
        {
            "cards.apkg" => (AnkiPackage.Write, "application/octet-stream"),
            "cards.csv" => (CardTable.Write, "text/csv; charset=utf-8"),
            _ => null,
        };
        return format is { } known && await build.OfAsync(topic, cancellationToken) is { Count: > 0 } notes
            ? TypedResults.Bytes(known.Write(notes), known.Type, file)
            : TypedResults.NotFound();
    }
}
