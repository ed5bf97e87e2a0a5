using Microsoft.AspNetCore.Http.HttpResults;
using NewsEducator.Contracts;

namespace NewsEducator.Summarizer.Concepts;

/// <summary>The concepts that a reviewer can choose from.</summary>
internal static class ReadConcepts
{
    public static Ok<List<Concept>> Handle(ConceptMap map) => TypedResults.Ok(map.Concepts.Select(concept => concept.ToConcept()).ToList());
}
