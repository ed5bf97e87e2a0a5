using System.Globalization;

namespace Aspire.Hosting.ApplicationModel;

internal sealed class RabbitMQServerResource(string name, ParameterResource password)
    : Resource(name), IResourceWithConnectionString, IResourceWithWaitSupport
{
    public ParameterResource Password { get; } = password;

    public int Port { get; set; }

    public ReferenceExpression ConnectionStringExpression =>
        ReferenceExpression.Create($"amqp://guest:{Password}@127.0.0.1:{Port.ToString(CultureInfo.InvariantCulture)}");
}
