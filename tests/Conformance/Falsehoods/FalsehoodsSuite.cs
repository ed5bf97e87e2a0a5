using System.Text.Json.Nodes;
using NewsEducator.Conformance.Threads;

namespace NewsEducator.Conformance.Falsehoods;

/// <summary>Whether Compliance notices what is false in a summary, and leaves alone what is true. Reads the folder of the
/// threads.</summary>
internal sealed class FalsehoodsSuite : ISuite
{
    public string Name => "falsehoods";

    public JsonObject Run(DirectoryInfo folder, TextWriter log)
    {
        var snapshots = JsonLines.Read<LabelledThread>(folder, "labelled.jsonl").Select(ThreadSnapshot.Of);
        return new JsonObject([.. Screened.Measure(snapshots, log.WriteLine).ToJson()]);
    }
}
