namespace NewsEducator.Testing;

/// <summary>A server that tests may treat badly. What it holds survives its end; its address stays the same.</summary>
public abstract class TestServer
{
    /// <summary>Starts it, or starts it again, and waits until it takes connections.</summary>
    public abstract Task StartAsync();

    /// <summary>Ends it in good order.</summary>
    public abstract Task StopAsync();

    /// <summary>Ends it by SIGKILL.</summary>
    public abstract Task KillAsync();
}

public abstract class PostgresTestServer : TestServer
{
    public abstract string ConnectionString(string database);
}

public abstract class RabbitMqTestServer : TestServer
{
    /// <summary><c>amqp://user:password@host:port</c></summary>
    public abstract string Uri { get; }

    /// <summary>The address of its management API, without a user.</summary>
    protected abstract Uri Management { get; }

    public async Task MakeVirtualHostAsync(string name)
    {
        using var http = new HttpClient { BaseAddress = Management };
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri($"api/vhosts/{name}", UriKind.Relative))
        {
            Headers = { Authorization = new("Basic", Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(new Uri(Uri).UserInfo))) },
            Content = new StringContent("{}", System.Text.Encoding.UTF8, "application/json"),
        };
        using var answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
    }
}
