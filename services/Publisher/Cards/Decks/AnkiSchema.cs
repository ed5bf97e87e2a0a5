using System.Text.Encodings.Web;
using System.Text.Json;

namespace NewsEducator.Publisher.Cards.Decks;

/// <summary>Tables of Anki's collection, schema 11, and the JSON documents that lie in its one row of settings.</summary>
internal static class AnkiSchema
{
    public const string Tables = """
        CREATE TABLE col (id integer primary key, crt integer not null, mod integer not null, scm integer not null, ver integer not null,
          dty integer not null, usn integer not null, ls integer not null, conf text not null, models text not null, decks text not null,
          dconf text not null, tags text not null);
        CREATE TABLE notes (id integer primary key, guid text not null, mid integer not null, mod integer not null, usn integer not null,
          tags text not null, flds text not null, sfld integer not null, csum integer not null, flags integer not null, data text not null);
        CREATE TABLE cards (id integer primary key, nid integer not null, did integer not null, ord integer not null, mod integer not null,
          usn integer not null, type integer not null, queue integer not null, due integer not null, ivl integer not null,
          factor integer not null, reps integer not null, lapses integer not null, left integer not null, odue integer not null,
          odid integer not null, flags integer not null, data text not null);
        CREATE TABLE revlog (id integer primary key, cid integer not null, usn integer not null, ease integer not null, ivl integer not null,
          lastIvl integer not null, factor integer not null, time integer not null, type integer not null);
        CREATE TABLE graves (usn integer not null, oid integer not null, type integer not null);
        CREATE INDEX ix_notes_usn ON notes (usn);
        CREATE INDEX ix_cards_usn ON cards (usn);
        CREATE INDEX ix_revlog_usn ON revlog (usn);
        CREATE INDEX ix_cards_nid ON cards (nid);
        CREATE INDEX ix_cards_sched ON cards (did, queue, due);
        CREATE INDEX ix_revlog_cid ON revlog (cid);
        CREATE INDEX ix_notes_csum ON notes (csum);
        """;

    /// <summary>As Anki has them for a new collection; an import leaves the learner's own alone.</summary>
    public const string DeckOptions = """
        {"1":{"id":1,"name":"Default","mod":0,"usn":0,"maxTaken":60,"autoplay":true,"timer":0,"replayq":true,"dyn":false,
        "new":{"bury":false,"delays":[1,10],"initialFactor":2500,"ints":[1,4,0],"order":1,"perDay":20,"separate":true},
        "lapse":{"delays":[10],"leechAction":1,"leechFails":8,"minInt":1,"mult":0},
        "rev":{"bury":false,"ease4":1.3,"fuzz":0.05,"ivlFct":1,"maxIvl":36500,"minSpace":1,"perDay":200}}}
        """;

    private const string DeckName = "技术资讯日报";

    private const string Style = """
        .card { font-family: system-ui, "Noto Sans CJK SC", sans-serif; font-size: 1.2rem; line-height: 1.6; text-align: left; max-width: 40em; margin: auto; }
        code { background: rgba(128, 128, 128, .18); padding: 0 .2em; }
        .more, .source { color: #666; font-size: .9rem; }
        .nightMode .more, .nightMode .source { color: #aaa; }
        """;

    private static readonly int[] FirstField = [0];
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Configuration() =>
        Text(
            new
            {
                nextPos = 1,
                curDeck = 1,
                sortType = "noteFld",
                sortBackwards = false,
            }
        );

    public static string NoteTypes(long id, long deck) =>
        Text(
            new Dictionary<string, object>
            {
                [$"{id}"] = new
                {
                    id,
                    name = "News-Educator",
                    type = 0,
                    mod = 0,
                    usn = -1,
                    sortf = 0,
                    did = deck,
                    tmpls = new[]
                    {
                        new
                        {
                            name = "问答",
                            ord = 0,
                            qfmt = "{{问题}}",
                            afmt = "{{FrontSide}}<hr id=answer>{{答案}}{{#补充}}<p class=more>{{补充}}</p>{{/补充}}"
                                + "<p class=source>{{概念}} · {{来源}}</p>",
                            bqfmt = "",
                            bafmt = "",
                            did = (long?)null,
                        },
                    },
                    flds = AnkiFields.Names.Select(
                        (name, ord) =>
                            new
                            {
                                name,
                                ord,
                                sticky = false,
                                rtl = false,
                                font = "Arial",
                                size = 20,
                                media = Array.Empty<string>(),
                            }
                    ),
                    css = Style,
                    latexPre = "",
                    latexPost = "",
                    latexsvg = false,
                    req = new object[] { new object[] { 0, "any", FirstField } },
                    tags = Array.Empty<string>(),
                    vers = Array.Empty<string>(),
                },
            }
        );

    /// <summary>Anki's own first deck has to be there too.</summary>
    public static string Decks(long id) =>
        Text(new Dictionary<string, object> { ["1"] = Deck(1, "Default"), [$"{id}"] = Deck(id, DeckName) });

    private static object Deck(long id, string name) =>
        new
        {
            id,
            name,
            desc = "",
            mod = 0,
            usn = 0,
            conf = 1,
            dyn = 0,
            collapsed = false,
            browserCollapsed = false,
            extendNew = 10,
            extendRev = 50,
            newToday = new[] { 0, 0 },
            revToday = new[] { 0, 0 },
            lrnToday = new[] { 0, 0 },
            timeToday = new[] { 0, 0 },
        };

    private static string Text(object document) => JsonSerializer.Serialize(document, Json);
}
