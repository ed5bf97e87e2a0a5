using Microsoft.Extensions.Configuration;
using NewsEducator.AppHost.Running;

namespace NewsEducator.AppHost;

/// <summary>What writes the summaries.</summary>
internal enum DemoEngine
{
    /// <summary>The model of the section <c>Chat</c>, or the extractive engine where none is configured.</summary>
    AsConfigured,

    /// <summary>The sample upstream, which answers as a model from the files in samples/answers.</summary>
    Script,
}

/// <summary>Option <c>--demo-engine</c>.</summary>
internal static class DemoEngines
{
    /// <summary>Also the name of the model, which the summaries that it wrote carry.</summary>
    public const string Script = "demo-script";

    public const string Notice =
        "The demo's model is a script: it answers from samples/answers, four sentences wrong on purpose. --demo-engine extractive runs without it.";

    private const string Option = "demo-engine";
    private const string ScriptOption = "script";
    private const string Extractive = "extractive";

    /// <exception cref="StartProblem">There is no such engine.</exception>
    public static DemoEngine Of(IConfiguration settings)
    {
        var isDemo = settings.GetValue("demo", false);
        return settings[Option] switch
        {
            null or "" => isDemo && string.IsNullOrEmpty(settings["Chat:Endpoint"]) ? DemoEngine.Script : DemoEngine.AsConfigured,
            Extractive => DemoEngine.AsConfigured,
            ScriptOption => isDemo
                ? DemoEngine.Script
                : throw new StartProblem($"--{Option} script answers for the sample day only: add --demo, or configure Chat:Endpoint."),
            var other => throw new StartProblem($"--{Option} {other} is unknown: give script or {Extractive}."),
        };
    }
}
