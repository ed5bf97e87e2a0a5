using System.ComponentModel.DataAnnotations;
using System.Text;
using NewsEducator.ServiceDefaults.Settings;

namespace NewsEducator.Publisher.Notes.Repository;

/// <summary>Section <c>Publisher:Git</c>. Off by default; when on, the vault has to be the top folder of a git repository.</summary>
internal sealed class GitOptions : IValidatableObject
{
    public const string Section = "Publisher:Git";

    /// <summary>Commits the notes that this service writes, and nothing else, to the branch that is checked out.</summary>
    public bool IsOn { get; set; }

    /// <summary>The git program, 2.31 or later.</summary>
    [Required]
    public string Program { get; set; } = "git";

    /// <summary>Author and committer of the commits.</summary>
    [Required]
    [RegularExpression("[^<>\r\n]+")]
    public string Author { get; set; } = "News-Educator";

    /// <summary>The author's address.</summary>
    [Required]
    [RegularExpression("[^<>\r\n\\s]+")]
    public string Email { get; set; } = "news-educator@localhost";

    /// <summary>The remote that is pushed to: an address of https, http, ssh or file, <c>git@host:path</c>, or a folder; nothing is pushed
    /// by default.</summary>
    public string? Remote { get; set; }

    /// <summary>The branch of the remote; by default the name of the one that is checked out.</summary>
    [RegularExpression("[A-Za-z0-9_][A-Za-z0-9_./-]*")]
    public string? Branch { get; set; }

    /// <summary>For a remote of https or http: the user name.</summary>
    public string? User { get; set; }

    /// <summary>For a remote of https or http: a password or access token.</summary>
    [Secret]
    public string? Password { get; set; }

    /// <summary>For a remote of https: a file in PEM form with the authority of your own that issued its certificate, or with the
    /// server's own certificate; by default those that the machine trusts.</summary>
    public string? TrustedCertificates { get; set; }

    /// <summary>For a remote of ssh: the file of a private key without a passphrase; by default the account's own keys.</summary>
    [Secret]
    public string? SshKey { get; set; }

    /// <summary>For a remote of ssh: the file of known hosts, whose keys are the only ones that are accepted; by default the account's
    /// own.</summary>
    public string? KnownHosts { get; set; }

    /// <summary>How long one git command may take.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "00:10:00")]
    public TimeSpan TimeLimit { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>A failure is tried again after a second, then after twice as long each time, up to this.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan LongestPause { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>User and password as they are sent; null where there are none.</summary>
    public string? Login =>
        HasRemote && RemoteAddress.IsHttp(Remote!) && !string.IsNullOrEmpty(User)
            ? Convert.ToBase64String(Encoding.UTF8.GetBytes($"{User}:{Password}"))
            : null;

    public bool HasRemote => !string.IsNullOrEmpty(Remote);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (HasRemote && RemoteAddress.FaultOf(Remote!) is { } fault)
        {
            yield return new ValidationResult($"Publisher:Git:Remote {fault}", [nameof(Remote)]);
        }

        foreach (
            var (name, file) in new[]
            {
                (nameof(TrustedCertificates), TrustedCertificates),
                (nameof(SshKey), SshKey),
                (nameof(KnownHosts), KnownHosts),
            }
        )
        {
            if (IsOn && !string.IsNullOrEmpty(file) && SshCommand.FaultOf(file) is { } wrong)
            {
                yield return new ValidationResult($"Publisher:Git:{name}: '{file}' {wrong}", [name]);
            }
        }
    }
}
