namespace Aspire.Hosting.ApplicationModel;

/// <summary>A server that somebody else runs.</summary>
internal sealed class ConnectionStringResource(string name, string connectionString) : Resource(name), IResourceWithConnectionString
{
    public ReferenceExpression ConnectionStringExpression => ReferenceExpression.Create($"{connectionString}");
}
