using System.Text.Json.Nodes;

namespace NewsEducator.Conformance;

/// <summary>
/// Runs the product's own classes, as the services configure them, over one folder of real data. Nothing is tuned in here: what a suite
/// finds is what a service would have done.
/// </summary>
internal interface ISuite
{
    /// <summary>The name on the command line, also that of the corpus's folder.</summary>
    string Name { get; }

    /// <param name="folder">Laid out like the corpus's folder of that name; see its README.</param>
    /// <param name="log">Takes what a person reads: tables, misses.</param>
    /// <returns>The figures by the keys that <c>--json</c> prints.</returns>
    JsonObject Run(DirectoryInfo folder, TextWriter log);
}
