// Pagefind always finds something: of a word that it does not know it takes the longest beginning that it knows.

import { isExact, plain, wordsOf } from "./words.js";

/** The words that no page has. Where the first results, `loaded`, speak of a word it is not asked for again. */
export async function strange(index, text, loaded, skip) {
  const unheard = wordsOf(text, skip).filter((word) => word.length > 3 && !loaded.some((data) => speaks(data, word)));
  const isKnown = await Promise.all(unheard.map((word) => index.has(word)));
  return unheard.filter((_, place) => !isKnown[place]);
}

/** Whether Pagefind found these only for want of better: they have no more of any word than its first letters. */
export const isByChance = (loaded, text, skip) =>
  !isExact(text) && wordsOf(text, skip).every((word) => word.length > 4 && !loaded.some((data) => speaks(data, word, 4)));

/**
 * Whether these results of a part are there only since it has not all of the words: other parts may have. Only a word that
 * stands nowhere in it as it was typed needs a look at the best result, which costs a file.
 */
export async function areByChance(part, words, results) {
  if (!results.length || words.some(isExact)) return false;
  const has = await Promise.all(words.map((word) => part.has(word)));
  const others = words.filter((_, place) => !has[place]);
  if (!others.length) return false;
  const best = await results[0].data();
  return !others.every((word) => speaks(best, word));
}

// A word with a hyphen is also one word without, as it is to Pagefind.
function speaks(data, word, letters = Math.max(4, word.length - 2)) {
  const stem = joined(plain(word)).slice(0, letters);
  const content = data.content.split(/\s+/);
  const texts = [...Object.values(data.meta), ...data.locations.map((place) => content[place] ?? "")].map(plain);
  return texts.some((text) => [text, joined(text)].some((form) => form.split(/[^\p{L}\d]+/u).some((one) => one.startsWith(stem))));
}

const joined = (text) => text.replace(/(?<=\p{L})[-\u2010\u2011](?=\p{L})/gu, "");
