namespace NewsEducator.Collector.Connectors.Feeds.Xml;

/// <summary>
/// Reads XML as it is served rather than as it should be: undeclared entities and prefixes, stray ampersands and angle brackets, missing
/// and crossed end tags, documents cut off in the middle. One pass, no document types, nothing from outside, no expansion.
/// </summary>
internal sealed class LooseXml
{
    /// <summary>Elements nested deeper lie flat at this depth: nothing that walks the tree can be made to overflow.</summary>
    private const int Deepest = 200;

    private readonly string _text;
    private readonly LooseElement _document = new("", "", Nothing, null);
    private readonly Dictionary<LooseElement, Dictionary<string, string>> _declared = new(ReferenceEqualityComparer.Instance);
    private LooseElement _open;
    private int _at;

    private static readonly Dictionary<string, string> Nothing = [];

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
        while (_at < _text.Length)
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

    // <!DOCTYPE x [ <!ENTITY y "…"> ]>: passed over with all that it declares.
    private void SkipDeclaration()
    {
        var end = _text.IndexOf('>', _at);
        var subset = end < 0 ? -1 : _text.IndexOf('[', _at, end - _at);
        if (subset >= 0)
        {
            var close = _text.IndexOf(']', subset);
            end = close < 0 ? -1 : _text.IndexOf('>', close);
        }

        _at = end < 0 ? _text.Length : end + 1;
    }

    private void ReadEnd()
    {
        var end = _text.IndexOf('>', _at);
        var name = _text[(_at + 2)..(end < 0 ? _text.Length : end)].Trim();
        _at = end < 0 ? _text.Length : end + 1;
        var local = name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..];
        for (var open = _open; open.Parent is not null; open = open.Parent)
        {
            if (open.LocalName.Equals(local, StringComparison.OrdinalIgnoreCase))
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
        var attributes = LooseTag.ReadAttributes(_text, ref _at, out var isEmpty);
        CloseWhatCannotNest(name);
        var element = Make(name, attributes);
        AddNode(element);
        if (!isEmpty && element.Depth < Deepest)
        {
            _open = element;
        }
    }

    private static readonly HashSet<string> Holders = new(StringComparer.OrdinalIgnoreCase) { "channel", "feed", "items", "rdf", "rss" };

    // An item inside anything but a feed follows something whose end is missing, an item as a rule.
    private void CloseWhatCannotNest(string name)
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

    private LooseElement Make(string name, Dictionary<string, string> attributes)
    {
        var declared = attributes
            .Where(attribute => attribute.Key.StartsWith("xmlns", StringComparison.OrdinalIgnoreCase))
            .ToDictionary(attribute => attribute.Key.Length > 6 ? attribute.Key[6..] : "", attribute => attribute.Value, StringComparer.Ordinal);
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        var prefix = colon < 0 ? "" : name[..colon];
        var uri = declared.TryGetValue(prefix, out var here) ? here : UriOf(prefix);
        var element = new LooseElement(Vocabularies.NameOf(uri, prefix), name[(colon + 1)..], attributes, _open);
        if (declared.Count > 0)
        {
            _declared[element] = declared;
        }

        return element;
    }

    private string? UriOf(string prefix)
    {
        if (_declared.Count == 0)
        {
            return null;
        }

        for (var open = _open; open is not null; open = open.Parent)
        {
            if (_declared.TryGetValue(open, out var declared) && declared.TryGetValue(prefix, out var uri))
            {
                return uri;
            }
        }

        return null;
    }

    private void AddText(string raw)
    {
        if (raw.Length > 0)
        {
            AddNode(new LooseText(LooseTag.Decode(raw)));
        }
    }

    private void AddNode(LooseNode node) => _open.Nodes.Add(node);

    private bool StartsWith(string start) => _text.AsSpan(_at).StartsWith(start, StringComparison.Ordinal);
}
