using System.Text;
using NewsEducator.Collector.Connectors;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace NewsEducator.Collector.Sources;

/// <summary>Writes sources as sources.yaml has them; <see cref="SourcesFile"/> reads the same back.</summary>
internal static class SourcesYaml
{
    public static string Write(IEnumerable<Source> sources, ConnectorCatalog connectors)
    {
        var text = new StringWriter(new StringBuilder()) { NewLine = "\n" };
        var emitter = new Emitter(text);
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart());
        emitter.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, isImplicit: true, SequenceStyle.Block));
        foreach (var source in sources)
        {
            emitter.Emit(new MappingStart());
            Field(emitter, "id", source.Id);
            Field(emitter, "kind", source.Kind);
            if (connectors.TryFind(source.Kind, out var connector) && connector.Target.Field is { } field)
            {
                Field(emitter, field, source.Target);
            }

            Field(emitter, "interval", Duration.Write(source.Interval));
            if (!source.Enabled)
            {
                Field(emitter, "enabled", "false");
            }

            emitter.Emit(new MappingEnd());
        }

        emitter.Emit(new SequenceEnd());
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
        return text.ToString();
    }

    private static void Field(Emitter emitter, string name, string value)
    {
        emitter.Emit(new YamlDotNet.Core.Events.Scalar(name));
        emitter.Emit(new YamlDotNet.Core.Events.Scalar(value));
    }
}
