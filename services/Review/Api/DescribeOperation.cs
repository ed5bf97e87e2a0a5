using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using NewsEducator.Review.Idempotency;
using NewsEducator.ServiceDefaults.Security;

namespace NewsEducator.Review.Api;

/// <summary>Adds to the OpenAPI document what the handlers' signatures do not say: roles, headers, errors, examples.</summary>
internal sealed class DescribeOperation : IOpenApiOperationTransformer
{
    private const string Scheme = "bearer";
    private const string Problem = "application/problem+json";
    private static readonly JsonObject Examples = Load();
    private static readonly string[] OfCorrections =
    [
        "dismissCorrection",
        "approveCorrection",
        "proposeCorrection",
        "reopenCorrection",
        "withdrawItem",
        "confirmWithdrawal",
    ];
    private static readonly string[] Conditional =
    [
        "decideCandidate",
        "editCandidate",
        "assignCandidate",
        "settleVerification",
        "putPackFile",
        "addToPack",
        "correctConcept",
        .. OfCorrections,
    ];
    private static readonly string[] Required =
    [
        "decideCandidate",
        "editCandidate",
        "putPackFile",
        "addToPack",
        "correctConcept",
        .. OfCorrections,
    ];

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (operation.OperationId is { } name && Examples[name] is JsonObject examples)
        {
            AddRoles(operation, context);
            AddHeaders(operation, context.Description.HttpMethod!, name);
            AddErrors(operation);
            AddRequest(operation, examples);
            AddResponse(operation, examples);
        }

        return Task.CompletedTask;
    }

    // OpenAPI 3.1 lets the list behind any scheme name the roles that are needed.
    private static void AddRoles(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var document = context.Document!;
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes.TryAdd(Scheme, new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = Scheme });
        var role = context
            .Description.ActionDescriptor.EndpointMetadata.OfType<IAuthorizeData>()
            .Select(data => data.Policy)
            .OfType<string>()
            .MaxBy(policy => Roles.UpTo(policy).Count())!;
        operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Scheme, document)] = [role] }];
    }

    private static void AddHeaders(OpenApiOperation operation, string method, string name)
    {
        operation.Parameters ??= [];
        if (!HttpMethods.IsGet(method))
        {
            operation.Parameters.Add(
                Header(
                    IdempotencyMiddleware.Header,
                    "The same key with the same request gets the same answer for a day.",
                    "5f0c2b6e-decide-3"
                )
            );
        }

        if (Conditional.Contains(name))
        {
            var isRequired = Required.Contains(name);
            operation.Parameters.Add(
                Header(
                    "If-Match",
                    $"The ETag of what was read; 412 shows both sides where it has changed{(isRequired ? ", 428 without it" : "")}.",
                    "\"3\"",
                    isRequired
                )
            );
        }
    }

    private static OpenApiParameter Header(string name, string description, string example, bool isRequired = false) =>
        new()
        {
            Required = isRequired,
            Name = name,
            In = ParameterLocation.Header,
            Description = description,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            Example = example,
        };

    private static void AddErrors(OpenApiOperation operation)
    {
        operation.Responses ??= [];
        operation.Responses["default"] = new OpenApiResponse
        {
            Description = "Any error, as RFC 9457 problem details: detail in Chinese, detailEn in English, code for programs.",
            Content = new Dictionary<string, OpenApiMediaType>
            {
                [Problem] = new OpenApiMediaType { Example = Examples["problem"]!.DeepClone() },
            },
        };
    }

    private static void AddRequest(OpenApiOperation operation, JsonObject examples)
    {
        if (examples["request"] is not { } example)
        {
            return;
        }

        if (operation.RequestBody?.Content is { } content && content.Values.FirstOrDefault() is OpenApiMediaType body)
        {
            body.Example = example.DeepClone();
            return;
        }

        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["text/markdown"] = new OpenApiMediaType
                {
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                    Example = example.DeepClone(),
                },
            },
        };
    }

    private static void AddResponse(OpenApiOperation operation, JsonObject examples)
    {
        foreach (var (_, response) in operation.Responses!.Where(response => response.Key.StartsWith('2')))
        {
            if (response is OpenApiResponse { Content: null or { Count: 0 } } empty)
            {
                empty.Content = new Dictionary<string, OpenApiMediaType>
                {
                    ["text/markdown"] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String } },
                };
            }

            foreach (var media in response.Content!.Values.OfType<OpenApiMediaType>())
            {
                media.Example = examples["response"]!.DeepClone();
            }
        }
    }

    private static JsonObject Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("examples.json")!;
        return JsonNode.Parse(stream)!.AsObject();
    }
}
