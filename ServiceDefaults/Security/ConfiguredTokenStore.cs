using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace NewsEducator.ServiceDefaults.Security;

/// <summary>The configured tokens, held as hashes and compared in constant time.</summary>
public sealed class ConfiguredTokenStore : ITokenSource
{
    private readonly List<(byte[] Hash, string Name, string[] Roles)> _tokens = [];

    public ConfiguredTokenStore(IOptions<AccessOptions> options)
    {
        var access = options.Value;
        Add(access.LocalToken, AccessOptions.LocalName, [.. Roles.UpTo(Roles.Operator)]);
        Add(access.ServiceToken, AccessOptions.ServiceName, [Roles.Service]);
        foreach (var person in access.People)
        {
            Add(person.Token, person.Name, [.. Roles.UpTo(person.Role)]);
        }
    }

    public ValueTask<ClaimsIdentity?> FindAsync(TokenDigest token, CancellationToken cancellationToken)
    {
        var hash = Convert.FromHexString(token.Hash);
        ClaimsIdentity? found = null;
        foreach (var (known, name, roles) in _tokens)
        {
            if (CryptographicOperations.FixedTimeEquals(known, hash))
            {
                found = Person.With(name, roles);
            }
        }

        return ValueTask.FromResult(found);
    }

    private void Add(string? token, string name, string[] roles)
    {
        if (!string.IsNullOrWhiteSpace(token))
        {
            _tokens.Add((SHA256.HashData(Encoding.UTF8.GetBytes(token)), name, roles));
        }
    }
}
