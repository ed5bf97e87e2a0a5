namespace NewsEducator.Summarizer.Extraction;

/// <summary>The words of a sentence, each once, by their numbers in the <see cref="Vocabulary"/> of its text.</summary>
/// <param name="All">As they stand there, in lower case.</param>
/// <param name="Stems">Stemmed, without those that every text has.</param>
internal readonly record struct SentenceWords(int[] All, int[] Stems);
