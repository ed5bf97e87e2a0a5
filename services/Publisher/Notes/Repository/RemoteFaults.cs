using NewsEducator.Contracts;

namespace NewsEducator.Publisher.Notes.Repository;

/// <summary>What git, ssh and their libraries say of a remote, as something that a person can do. They speak English here.</summary>
internal static class RemoteFaults
{
    private const int Longest = 600;

    private static readonly (string[] Signs, RepositoryFault Fault, string Advice)[] Known =
    [
        (
            ["ssh: not found", "ssh: command not found"],
            RepositoryFault.Failed,
            "There is no ssh where this service runs: install openssh-client, or set Publisher:Git:Remote to an address of https."
        ),
        (
            ["REMOTE HOST IDENTIFICATION HAS CHANGED"],
            RepositoryFault.Untrusted,
            "The remote shows another host key than the known one: somebody may be in between, or the server has a new key. Ask its operator "
                + "for the fingerprint. If it is the one below, replace the host's line in Publisher:Git:KnownHosts."
        ),
        (
            ["Host key verification failed"],
            RepositoryFault.Untrusted,
            "The remote's host key is not known: get it by ssh-keyscan, compare its fingerprint with the one that the server's operator "
                + "publishes, and add the line to Publisher:Git:KnownHosts."
        ),
        (
            ["Permission denied ("],
            RepositoryFault.Refused,
            "The remote does not accept the key: enter the public half of Publisher:Git:SshKey there, with the right to write. The key has to "
                + "be without a passphrase, in a file that nobody else can read (chmod 600)."
        ),
        (
            ["SSL certificate problem", "certificate verification failed", "certificate subject name", "error reading ca cert file"],
            RepositoryFault.Untrusted,
            "The remote's certificate is not trusted: set Publisher:Git:TrustedCertificates to a file with the authority that issued it, "
                + "or have it renewed. It has to be for this host and valid today in any case."
        ),
        (
            ["Authentication failed", "could not read Username", "could not read Password"],
            RepositoryFault.Refused,
            "The remote does not accept the sign-in: set Publisher:Git:User and Publisher:Git:Password, which is an access token for most hosts."
        ),
        (
            ["returned error: 403"],
            RepositoryFault.Refused,
            "The remote knows the user and does not let it in: give Publisher:Git:User, or its access token, the right to write there."
        ),
        (
            ["returned error: 301", "returned error: 302", "returned error: 307", "returned error: 308"],
            RepositoryFault.RemoteAway,
            "The remote leads to another address, which is not followed because it would get the password: set Publisher:Git:Remote to that one."
        ),
    ];

    public static RepositoryException Of(GitAnswer answer)
    {
        var (_, fault, advice) = Array.Find(
            Known,
            known => Array.Exists(known.Signs, sign => answer.Errors.Contains(sign, StringComparison.Ordinal))
        );
        return new RepositoryException(
            advice is null ? RepositoryFault.RemoteAway : fault,
            $"{advice ?? "The remote cannot be reached, it is tried again: see to its address, the network and the rights."} "
                + PlainText.Line(Said(answer.Errors), Longest)
        );
    }

    // ssh frames what is urgent with lines of @.
    private static string Said(string errors) => string.Join('\n', errors.Split('\n').Where(line => !line.StartsWith('@')));
}
