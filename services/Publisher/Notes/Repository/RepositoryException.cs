using NewsEducator.Contracts;

namespace NewsEducator.Publisher.Notes.Repository;

/// <summary>The notes cannot be committed or pushed now; nothing was changed.</summary>
/// <param name="fault">What kind of thing is in the way.</param>
/// <param name="message">What happened and what a person can do about it.</param>
internal sealed class RepositoryException(RepositoryFault fault, string message) : Exception(message)
{
    public RepositoryFault Fault { get; } = fault;
}
