using NewsEducator.Collector.Connectors;
using NewsEducator.Collector.Policies;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace NewsEducator.Collector.Sources;

/// <summary>Reads sources.yaml: a list of sources, each with id, kind, what the kind points at, and interval.</summary>
internal static class SourcesFile
{
    private static readonly string[] CommonFields = ["id", "kind", "interval", "enabled"];

    /// <returns>The sources, and all errors with their lines; with any error the file counts for nothing.</returns>
    /// <param name="yaml">The file.</param>
    /// <param name="connectors">The kinds there are.</param>
    /// <param name="whitelist">What it may name; null where the policy is not known yet: a source that it forbids then fails when it is
    /// polled.</param>
    public static Content Read(string yaml, ConnectorCatalog connectors, Whitelist? whitelist = null)
    {
        if (yaml.AsSpan().IndexOfAnyInRange('\0', '\b') is >= 0 and var at)
        {
            return new Content([], [$"line {yaml.AsSpan(0, at).Count('\n') + 1}: a control character such as NUL is not allowed here"]);
        }

        var parser = new Parser(new StringReader(yaml));
        try
        {
            if (SourcesYamlGuard.Refuse(yaml) is { } refusal)
            {
                return new Content([], [refusal]);
            }

            var stream = new YamlStream();
            stream.Load(parser);
            var reading = new Reading(connectors, whitelist);
            return reading.Read(stream.Documents.FirstOrDefault()?.RootNode);
        }
        catch (YamlException error)
        {
            return new Content([], [$"line {error.Start.Line}: {error.Message}"]);
        }
        // The library has no word for a key that is nothing, among others.
        catch (ArgumentException)
        {
            return new Content([], [$"line {parser.Current?.Start.Line ?? 1}: this is no YAML from here on"]);
        }
    }

    /// <summary>Of a list that other readers wrote, what can be a source here; the rest is named and left out.</summary>
    public static Content Sort(IReadOnlyList<Entry> listed, ConnectorCatalog connectors, Whitelist whitelist)
    {
        var judged = listed.Select(entry => (Entry: entry, Refused: SourceRules.Refuse(entry, connectors, whitelist))).ToList();
        return new Content([.. judged.Where(row => row.Refused is null).Select(row => row.Entry)], [])
        {
            Refused = [.. judged.Select(row => row.Refused).OfType<RefusedSource>()],
        };
    }

    /// <param name="Sources">That can be taken.</param>
    /// <param name="Errors">With any the file counts for nothing.</param>
    internal sealed record Content(IReadOnlyList<Entry> Sources, IReadOnlyList<string> Errors)
    {
        /// <summary>What is left out.</summary>
        public IReadOnlyList<RefusedSource> Refused { get; init; } = [];
    }

    internal sealed record Entry(string Id, SourceSettings Settings);

    private sealed class Reading(ConnectorCatalog connectors, Whitelist? whitelist)
    {
        private readonly List<Entry> _entries = [];
        private readonly List<string> _errors = [];
        private readonly HashSet<string> _ids = [];

        public Content Read(YamlNode? root)
        {
            switch (root)
            {
                case YamlSequenceNode list:
                    foreach (var node in list)
                    {
                        ReadEntry(node);
                    }

                    break;
                case null or YamlScalarNode { Value: "" or null }:
                    break;
                default:
                    Fail(root, "a list of sources is needed, each beginning with '- id:'");
                    break;
            }

            return new Content(_errors.Count == 0 ? _entries : [], _errors);
        }

        private void ReadEntry(YamlNode node)
        {
            if (node is not YamlMappingNode fields)
            {
                Fail(node, "a source with the fields id, kind and interval is needed");
                return;
            }

            var id = Text(fields, "id") ?? "";
            Check(fields, "id", SourceRules.IdError(id));
            Check(fields, "id", _ids.Add(id) || id.Length == 0 ? null : $"'{id}' is used twice.");
            var kind = Text(fields, "kind") ?? "";
            Check(fields, "kind", SourceRules.KindError(kind, connectors));
            var target = connectors.TryFind(kind, out var connector) ? ReadTarget(fields, connector.Target) : "";
            _entries.Add(new Entry(id, new SourceSettings(kind, target, ReadInterval(fields), ReadEnabled(fields))));
        }

        private string ReadTarget(YamlMappingNode fields, SourceTarget form)
        {
            foreach (var (key, _) in fields)
            {
                var name = (key as YamlScalarNode)?.Value ?? "";
                Check(key, name, CommonFields.Contains(name) || name == form.Field ? null : "no such field for this kind.");
            }

            var target = form.Field is null ? "" : Text(fields, form.Field) ?? "";
            Check(
                fields,
                form.Field ?? "kind",
                SourceRules.TargetError(target, form) ?? (whitelist is null ? null : SourceRules.PolicyError(target, form, whitelist))
            );
            return target;
        }

        private TimeSpan ReadInterval(YamlMappingNode fields)
        {
            if (Text(fields, "interval") is not { } text)
            {
                return SourceRules.DefaultInterval;
            }

            Check(fields, "interval", SourceRules.IntervalError(text, out var interval));
            return interval;
        }

        private bool ReadEnabled(YamlMappingNode fields)
        {
            var text = Text(fields, "enabled") ?? "true";
            Check(fields, "enabled", text is "true" or "false" ? null : $"'{text}' is neither true nor false.");
            return text == "true";
        }

        private static string? Text(YamlMappingNode fields, string name) => (Field(fields, name) as YamlScalarNode)?.Value;

        private static YamlNode? Field(YamlMappingNode fields, string name) =>
            fields.Children.TryGetValue(new YamlScalarNode(name), out var value) ? value : null;

        private void Check(YamlNode where, string field, string? error)
        {
            if (error is not null)
            {
                Fail(where is YamlMappingNode fields ? Field(fields, field) ?? where : where, $"{field}: {error}");
            }
        }

        private void Fail(YamlNode where, string error) => _errors.Add($"line {where.Start.Line}: {error}");
    }
}
