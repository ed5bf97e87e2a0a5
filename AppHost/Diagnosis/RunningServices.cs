using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using NewsEducator.AppHost.Running;

namespace NewsEducator.AppHost.Diagnosis;

/// <summary>Asks the product that runs on a data folder; Review answers for all services.</summary>
internal static class RunningServices
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static async Task<List<Finding>> AskAsync(DataFolder data)
    {
        try
        {
            var endpoints = JsonNode.Parse(await File.ReadAllTextAsync(data.In("endpoints.json")));
            using var client = new HttpClient { BaseAddress = new Uri(endpoints!["review"]!.GetValue<string>()), Timeout = Patience };
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
                "Bearer",
                (await File.ReadAllTextAsync(data.In(KeptSecrets.LocalToken))).Trim()
            );
            using var answer = await client.GetAsync(new Uri("/api/operations/doctor", UriKind.Relative));
            answer.EnsureSuccessStatusCode();
            return Read(JsonNode.Parse(await answer.Content.ReadAsStringAsync())!);
        }
        catch (Exception failed)
            when (failed
                    is HttpRequestException
                        or OperationCanceledException
                        or IOException
                        or UnauthorizedAccessException
                        or JsonException
            )
        {
            return
            [
                new Finding(
                    "review",
                    "answers",
                    FindingState.Fault,
                    $"Review of the run in {data.Path} does not answer ({failed.Message.TrimEnd('.')}): wait until that run says Ready, or read there what it waits for."
                ),
            ];
        }
    }

    // [{"service": "collector", "checks": [{"name": "github", "state": "Ok", "said": "…"}]}, {"service": "publisher", "checks": null}]
    private static List<Finding> Read(JsonNode answer) =>
        [
            .. answer
                .AsArray()
                .SelectMany(service =>
                {
                    var name = service!["service"]!.GetValue<string>();
                    return service["checks"]
                            ?.AsArray()
                            .Select(check => new Finding(
                                name,
                                check!["name"]!.GetValue<string>(),
                                Enum.Parse<FindingState>(check["state"]!.GetValue<string>()),
                                check["said"]!.GetValue<string>()
                            ))
                        ?? [new Finding(name, "answers", FindingState.Fault, $"{name} does not answer: read its log on the dashboard.")];
                }),
        ];
}
