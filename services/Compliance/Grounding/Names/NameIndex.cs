using System.Runtime.InteropServices;

namespace NewsEducator.Compliance.Grounding.Names;

/// <summary>The words of a source under all their forms, each with its places. A word's forms are worked out once, however often it stands
/// there.</summary>
/// <param name="words">How many different ones to expect.</param>
internal sealed class NameIndex(int words)
{
    private const int End = -1;
    private readonly Dictionary<string, int> _words = new(words, StringComparer.Ordinal);
    private readonly List<List<int>> _places = new(words);
    private readonly Dictionary<string, int> _forms = new(2 * words, StringComparer.Ordinal);

    // The words of a form, one after the other: most forms have one.
    private readonly List<(int Word, int Next)> _chains = [];

    /// <param name="word">As the source writes it.</param>
    /// <param name="place">Null where it belongs to the source but is no place to point at.</param>
    public void AddWord(string word, int? place) => Add(word, place, NameForms.InSource);

    /// <summary>A number is found as it stands only.</summary>
    public void AddNumber(string number, int? place) => Add(number, place, only => [only]);

    /// <returns>Where words stand that have the first form, as long as all forms occur, in order; null where one does not.</returns>
    public List<int>? FindAll(IReadOnlyList<string> forms) => forms.All(_forms.ContainsKey) ? PlacesOf(_forms[forms[0]]) : null;

    private void Add(string word, int? place, Func<string, IEnumerable<string>> formsOf)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_words, word, out var isKnown);
        if (!isKnown)
        {
            number = _places.Count;
            _places.Add([]);
            AddForms(formsOf(word), number);
        }

        if (place is { } at)
        {
            _places[number].Add(at);
        }
    }

    private List<int> PlacesOf(int head)
    {
        if (_chains[head] is (var only, End))
        {
            return _places[only];
        }

        var places = new List<int>();
        for (var at = head; at != End; at = _chains[at].Next)
        {
            places.AddRange(_places[_chains[at].Word]);
        }

        places.Sort();
        return places;
    }

    private void AddForms(IEnumerable<string> forms, int number)
    {
        foreach (var form in forms)
        {
            ref var head = ref CollectionsMarshal.GetValueRefOrAddDefault(_forms, form, out var isKnown);
            if (isKnown && _chains[head].Word == number)
            {
                continue;
            }

            _chains.Add((number, isKnown ? head : End));
            head = _chains.Count - 1;
        }
    }
}
