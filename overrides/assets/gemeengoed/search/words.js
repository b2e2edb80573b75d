// What somebody typed, made into words.

/** The words of a question, without those that say nothing (`skip`); all of them where none is left. */
export function wordsOf(text, skip) {
  const words = text.trim().split(/\s+/).filter(Boolean);
  const telling = words.filter((word) => !skip.has(word.toLocaleLowerCase()));
  return telling.length ? telling : words;
}

/** Whether the words stand between quotation marks: then they are looked for as they stand there. */
export const isExact = (text) => /^\s*".+"\s*$/.test(text);

/** The words that the index is asked for all at once; with filters only, the word that is on every item. */
export function askedOf(text, { skip, every }) {
  const words = isExact(text) ? [text.trim()] : wordsOf(text, skip);
  return { words, all: words.join(" ") || every };
}

/** A text as it is compared: small letters, no accents. */
export const plain = (text) => text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
