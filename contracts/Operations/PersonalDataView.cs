using System.Text.Json.Nodes;

namespace NewsEducator.Contracts;

/// <summary>All that a service keeps under a person's name: rows by table; a table without any is left out.</summary>
/// <param name="Data">Null where the service does not answer.</param>
public sealed record ServicePersonalData(string Service, IReadOnlyDictionary<string, JsonArray>? Data);

/// <summary>All that the product keeps under a person's name.</summary>
public sealed record PersonalDataView(string Name, DateTimeOffset At, IReadOnlyList<ServicePersonalData> Services);

/// <summary>What was removed of a person who is to be forgotten.</summary>
/// <param name="Identities">Links from the name to an account of the OpenID provider.</param>
/// <param name="Assignments">Candidates that were to be looked at by them.</param>
public sealed record ForgottenView(int Identities, int Sessions, int Keys, int Answers, int Assignments);
