// node anki.mjs FILE: prints what npm's anki-reader finds in an Anki package, as JSON.
import { readFile } from 'node:fs/promises';
import { readAnkiPackage } from 'anki-reader';

const { collection } = await readAnkiPackage(new Blob([await readFile(process.argv[2])]));
const decks = Object.entries(collection.getDecks()).map(([id, deck]) => ({
  id,
  name: deck.getRawDeck().name,
  cards: Object.values(deck.getCards()).map((card) => ({ front: card.getFront(), back: card.getBack(), raw: card.getRawCard() })),
}));
console.log(JSON.stringify(decks));
