using System.Security.Cryptography;
using System.Text;

namespace NewsEducator.AppHost.Servers;

/// <summary>A server's users have passwords that are derived from the operator's, so that there is one secret to keep.</summary>
internal static class DerivedPassword
{
    public static string Of(string operatorPassword, string user) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(operatorPassword), Encoding.UTF8.GetBytes(user)));
}
