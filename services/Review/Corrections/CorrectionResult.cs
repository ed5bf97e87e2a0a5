// What every change of the corrections queue answers: the changed entry, that there is no such entry, or why it is refused.
global using CorrectionResult = Microsoft.AspNetCore.Http.HttpResults.Results<
    Microsoft.AspNetCore.Http.HttpResults.Ok<NewsEducator.Contracts.CorrectionView>,
    Microsoft.AspNetCore.Http.HttpResults.NotFound,
    Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult
>;
