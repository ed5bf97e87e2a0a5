namespace NewsEducator.Collector.Connectors.Feeds.Xml;

/// <summary>
/// Reads XML as it is served rather than as it should be: undeclared entities and prefixes, stray ampersands and angle brackets, missing
/// and crossed end tags, documents cut off in the middle. One pass, no document types, nothing from outside, no expansion.
/// </summary>
internal sealed class LooseXml
{
    /// <summary>Elements nested deeper lie flat at this depth: nothing that walks the tree can be made to overflow.</summary>
    private const int Deepest = 200;

    /// <summary>A feed with more in it is read up to there.</summary>
    private const int MostElements = 200_000;

    private readonly string _text;
    private readonly LooseElement _document = new(
        new LooseName("", ""),
        LooseTag.NoAttributes,
        new LooseScope(LooseTag.NoAttributes, null),
        null
    );
    private LooseElement _open;
    private LooseEntities _entities = LooseEntities.None;
    private int _at;
    private int _elements;

    private LooseXml(string text)
    {
        _text = text;
        _open = _document;
    }

    /// <returns>The document; its elements are the root and whatever stands beside it.</returns>
    public static LooseElement Read(string xml)
    {
        var reading = new LooseXml(xml);
        reading.ReadAll();
        return reading._document;
    }

    private void ReadAll()
    {
        while (_at < _text.Length && _elements < MostElements)
        {
            var tag = _text.IndexOf('<', _at);
            if (tag < 0)
            {
                AddText(_text[_at..]);
                return;
            }

            AddText(_text[_at..tag]);
            _at = tag;
            ReadMarkup();
        }
    }

    private void ReadMarkup()
    {
        if (Skips("<!--", "-->") || Skips("<?", ">") || ReadCharacterData())
        {
            return;
        }

        var next = _at + 1 < _text.Length ? _text[_at + 1] : ' ';
        if (next == '!')
        {
            SkipDeclaration();
        }
        else if (next == '/')
        {
            ReadEnd();
        }
        else if (char.IsLetter(next) || next == '_')
        {
            ReadStart();
        }
        else
        {
            // "1 < 2": no markup, whatever the specification says.
            AddNode(new LooseText("<"));
            _at++;
        }
    }

    private bool Skips(string start, string end)
    {
        if (!StartsWith(start))
        {
            return false;
        }

        var close = _text.IndexOf(end, _at + start.Length, StringComparison.Ordinal);
        _at = close < 0 ? _text.Length : close + end.Length;
        return true;
    }

    private bool ReadCharacterData()
    {
        const string Start = "<![CDATA[";
        if (!StartsWith(Start))
        {
            return false;
        }

        var close = _text.IndexOf("]]>", _at, StringComparison.Ordinal);
        var from = _at + Start.Length;
        AddNode(new LooseText(Mojibake.Repair(_text[from..(close < 0 ? _text.Length : close)])));
        _at = close < 0 ? _text.Length : close + 3;
        return true;
    }

    // <!DOCTYPE x [ <!ENTITY y "…"> ]>: of all that it declares only short texts count.
    private void SkipDeclaration()
    {
        var end = _text.IndexOf('>', _at);
        var subset = end < 0 ? -1 : _text.IndexOf('[', _at, end - _at);
        if (subset >= 0)
        {
            end = EndOfSubset(subset);
            _entities = LooseEntities.In(_text.AsSpan(subset, (end < 0 ? _text.Length : end) - subset));
        }

        _at = end < 0 ? _text.Length : end + 1;
    }

    private int EndOfSubset(int start)
    {
        for (var close = _text.IndexOf(']', start); close >= 0; close = _text.IndexOf(']', close + 1))
        {
            var next = close + 1;
            while (next < _text.Length && char.IsWhiteSpace(_text[next]))
            {
                next++;
            }

            if (next < _text.Length && _text[next] == '>')
            {
                return next;
            }
        }

        return -1;
    }

    private void ReadEnd()
    {
        var end = _text.IndexOf('>', _at);
        var name = _text.AsSpan()[(_at + 2)..(end < 0 ? _text.Length : end)].Trim();
        _at = end < 0 ? _text.Length : end + 1;
        var local = name[(name.IndexOf(':') + 1)..];
        for (var open = _open; open.Parent is not null; open = open.Parent)
        {
            if (local.Equals(open.LocalName, StringComparison.OrdinalIgnoreCase))
            {
                _open = open.Parent;
                return;
            }
        }
    }

    private void ReadStart()
    {
        var name = LooseTag.ReadName(_text, _at + 1);
        _at += 1 + name.Length;
        var attributes = LooseTag.ReadAttributes(_text, ref _at, _entities, out var isEmpty);
        CloseWhatCannotNest(name);
        var element = Make(name, attributes);
        AddNode(element);
        _elements++;
        if (!isEmpty && element.Depth < Deepest)
        {
            _open = element;
        }
    }

    private static readonly HashSet<string> Holders = new(StringComparer.OrdinalIgnoreCase) { "channel", "feed", "items", "rdf", "rss" };

    // An item inside anything but a feed follows something whose end is missing, an item as a rule.
    private void CloseWhatCannotNest(ReadOnlySpan<char> name)
    {
        if (name is not ("item" or "entry"))
        {
            return;
        }

        for (var open = _open; open.Parent is not null; open = open.Parent)
        {
            if (Holders.Contains(open.LocalName))
            {
                _open = open;
                return;
            }
        }
    }

    private LooseElement Make(ReadOnlySpan<char> name, IReadOnlyDictionary<string, string> attributes)
    {
        var scope =
            attributes.Count > 0 && Declared(attributes) is { Count: > 0 } declared ? new LooseScope(declared, _open.Scope) : _open.Scope;
        return new LooseElement(scope.NameOf(name), attributes, scope, _open);
    }

    private static Dictionary<string, string> Declared(IReadOnlyDictionary<string, string> attributes) =>
        attributes
            .Where(attribute =>
                attribute.Key.Equals("xmlns", StringComparison.OrdinalIgnoreCase)
                || attribute.Key.StartsWith("xmlns:", StringComparison.OrdinalIgnoreCase)
            )
            .DistinctBy(PrefixOf)
            .ToDictionary(PrefixOf, attribute => attribute.Value, StringComparer.Ordinal);

    // "xmlns" and "xmlns:" both stand for no prefix.
    private static string PrefixOf(KeyValuePair<string, string> declaration) => declaration.Key.Length > 6 ? declaration.Key[6..] : "";

    private void AddText(string raw)
    {
        if (raw.Length > 0)
        {
            AddNode(new LooseText(LooseTag.Decode(raw, _entities)));
        }
    }

    private void AddNode(LooseNode node) => _open.Nodes.Add(node);

    private bool StartsWith(string start) => _text.AsSpan(_at).StartsWith(start, StringComparison.Ordinal);
}
