namespace NewsEducator.Compliance.Previews;

/// <summary>How far a preview is; at its end what it came to.</summary>
/// <param name="Total">Screenings to replay.</param>
/// <param name="Unread">Of those done, the ones whose snapshot could not be had: they are in no flip.</param>
/// <param name="Flip">An item that flips.</param>
/// <param name="IsCapped">There are more screenings in the window than one preview replays.</param>
internal sealed record PreviewLine(int Done, int Total, int Flips, int PublishedFlips, int Unread, bool IsCapped, Flip? Flip = null);
