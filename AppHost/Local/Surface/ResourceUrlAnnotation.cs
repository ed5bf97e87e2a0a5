namespace Aspire.Hosting.ApplicationModel;

/// <summary>An address that is shown to people once all is ready.</summary>
internal sealed class ResourceUrlAnnotation
{
    public required string Url { get; set; }

    public string? DisplayText { get; set; }

    public EndpointReference? Endpoint { get; init; }
}
