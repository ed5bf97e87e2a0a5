using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsEducator.Contracts;
using NewsEducator.Review.Data;
using NewsEducator.Review.Notes;
using NewsEducator.Review.Schedule;
using NewsEducator.ServiceDefaults.Security;

namespace NewsEducator.Review.Access;

/// <summary>Keeps names apart: what history, opinions and digests show as a person's name belongs to one person, whoever chose
/// it.</summary>
internal sealed class PersonNames(ReviewDb db, IOptions<AccessOptions> access, IOptions<NotesOptions> notes)
{
    private const string System = "system";
    private const int LongestName = 80;

    /// <summary>Names that people take for the same: upper and lower case, widths and blanks aside.</summary>
    public static string KeyOf(string name) =>
        string.Concat(name.Where(character => !char.IsWhiteSpace(character)).Select(Narrow)).ToLowerInvariant();

    // Without the globalization tables, which the services run without, Normalize leaves full-width letters as they are.
    private static char Narrow(char character) => character is >= '\uFF01' and <= '\uFF5E' ? (char)(character - 0xFEE0) : character;

    /// <summary>Whether an operator may give a key this name; two keys of one name are one person.</summary>
    public async Task<bool> IsFreeForKeyAsync(string name, CancellationToken cancellationToken)
    {
        var key = KeyOf(name);
        return !IsReserved(key) && !await db.People.AnyAsync(person => person.NameKey == key, cancellationToken);
    }

    /// <summary>A key that was made before its name was given to somebody else does not act as them.</summary>
    public string OfKey(string name) => IsReserved(KeyOf(name)) ? $"{name} (key)" : name;

    /// <returns>The name under which this person of a provider is known here: the first that they came with and nobody else has.</returns>
    public async Task<string> OfOpenIdAsync(string issuer, string subject, string wanted, CancellationToken cancellationToken)
    {
        for (var number = 1; ; number++)
        {
            if (
                await db
                    .People.AsNoTracking()
                    .SingleOrDefaultAsync(person => person.Issuer == issuer && person.Subject == subject, cancellationToken) is
                { } known
            )
            {
                return known.Name;
            }

            var name = number == 1 ? wanted : $"{PlainText.Line(wanted, LongestName - 8)} ({number})";
            var key = KeyOf(name);
            if (!IsReserved(key) && !await IsOfKeyAsync(key, cancellationToken))
            {
                await db.Database.ExecuteSqlAsync(
                    $"INSERT INTO people (issuer, subject, name, name_key) VALUES ({issuer}, {subject}, {name}, {key}) ON CONFLICT DO NOTHING",
                    cancellationToken
                );
            }
        }
    }

    private async Task<bool> IsOfKeyAsync(string key, CancellationToken cancellationToken) =>
        (await db.ApiKeys.Select(each => each.Person).Distinct().ToListAsync(cancellationToken)).Exists(name => KeyOf(name) == key);

    private bool IsReserved(string key) =>
        access.Value.Names.Append(notes.Value.Reviewer).Append(PackSchedule.Actor).Append(System).Any(name => KeyOf(name) == key);
}
